# Everything that is done with this project. `make help` lists it.
#
# All is done inside .venv, which is made from the locked requirements and made
# again when these change. Nothing but Python 3.11 or newer and make is needed.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# Chinese text is read and written as UTF-8 whatever the locale says.
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --require-hashes
PORT ?= 8000
WORKERS ?= 2
ENGINE ?= mkdocs
BUILDER_mkdocs := mkdocs build --strict
BUILDER_zensical := generator.site.zensical
$(if $(BUILDER_$(ENGINE)),,$(error ENGINE is mkdocs or zensical, not $(ENGINE)))
UV_VERSION := 0.13.9
COMPILE := .cache/lock/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --custom-compile-command "make lock"

ZIP := site/download/yuanjian.zip

.PHONY: help site zip build serve test browser lint format score floor faults bench audit lock upgrade clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

site: build $(if $(filter zensical,$(ENGINE)),.venv/zensical.stamp) ## make the site in site/, from nothing but Python (or ENGINE=zensical)
	@echo "$(ENGINE): building site/"
	@$(PY) -m $(BUILDER_$(ENGINE))
	@echo "site/index.html is ready; make serve shows it"

zip: site ## the same, packed to open from disk without a server
	@echo "$(ZIP) is ready; unpack it and open yuanjian/index.html"

build: .venv/site.stamp ## read the articles and write facts and pages under docs/
	@echo "generator: reading seeds/, writing docs/"
	@$(PY) -m generator build

serve: .venv/site.stamp ## show the site at http://127.0.0.1:$(PORT)/ and follow every change
	@$(PY) -m mkdocs serve --dirty --dev-addr 127.0.0.1:$(PORT)

test: .venv/test.stamp browser ## run all tests, those in a browser too
	@echo "pytest: $(WORKERS) workers"
	@$(PY) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

browser: .venv/test.stamp ## find a Chromium, or install Debian's where that is allowed
	@$(PY) -m tests.site.chromium --install

lint: .venv/test.stamp ## check style, types and workflows
	@echo "ruff, mypy, zizmor, actionlint"
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/zizmor --offline --quiet .github
	@.venv/bin/actionlint -shellcheck= -pyflakes= .github/workflows/*.yml

format: .venv/test.stamp ## put the code in order
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

score: .venv/site.stamp ## how well the articles are read, against the facts found by hand
	@$(PY) -m generator score

floor: .venv/site.stamp ## keep the scores reached as the floor that the tests hold
	@$(PY) -m generator floor --keep

faults: .venv/test.stamp ## kill builds and overrides at 200 random moments each and look what was lost
	@$(PY) -m tests.faults.killing 200 build override

bench: .venv/test.stamp ## print how fast the generator is, each time against something else in the same run
	@$(PY) -m tests.bench $(ARGS)

audit: .venv/audit.stamp browser ## print how well the search finds, beside two others, and what Lighthouse says
	@$(PY) -m tests.audit $(ARGS)

lock: .cache/lock/uv-$(UV_VERSION) ## write the lock files anew after an edit of requirements*.in
	@$(COMPILE) requirements.in --output-file requirements.txt
	@$(COMPILE) requirements-dask.in --output-file requirements-dask.txt
	@$(COMPILE) requirements-test.in --output-file requirements-test.txt
	@$(COMPILE) requirements-audit.in --output-file requirements-audit.txt
	@$(COMPILE) requirements-zensical.in --output-file requirements-zensical.txt
	@echo "requirements*.txt are locked"

upgrade: .cache/lock/uv-$(UV_VERSION) ## the same, each dependency in its newest version
	@$(COMPILE) --upgrade requirements.in --output-file requirements.txt
	@$(COMPILE) --upgrade requirements-dask.in --output-file requirements-dask.txt
	@$(COMPILE) --upgrade requirements-test.in --output-file requirements-test.txt
	@$(COMPILE) --upgrade requirements-audit.in --output-file requirements-audit.txt
	@$(COMPILE) --upgrade requirements-zensical.in --output-file requirements-zensical.txt
	@echo "requirements*.txt are upgraded; run make test"

clean: ## remove all that was made, .venv and rendered pages too; extracted facts stay
	@[ ! -f docs/.generated ] || { sed 's|^|docs/|' docs/.generated | tr '\n' '\0' | xargs -0 rm -f; }
	rm -rf docs/.generated .venv .cache site .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	@python=; for candidate in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11; do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "Python 3.11 or newer is needed; say where with make PYTHON=/path/to/python3" >&2; exit 1; fi; \
	echo "venv: making .venv with $$("$$python" --version)"; \
	"$$python" -m venv .venv || { rm -rf .venv; echo "Python's venv module is needed; on Debian: apt-get install python3-venv" >&2; exit 1; }

.venv/site.stamp: .venv/bin/python requirements.txt
	@echo "pip: installing requirements.txt"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements-test.txt
	@echo "pip: installing requirements-test.txt"
	@$(PIP) -r requirements-test.txt
	@touch $@

.venv/zensical.stamp: .venv/site.stamp requirements-zensical.txt
	@echo "pip: installing requirements-zensical.txt"
	@$(PIP) -r requirements-zensical.txt
	@touch $@

.venv/audit.stamp: .venv/test.stamp requirements-audit.txt
	@echo "pip: installing requirements-audit.txt"
	@$(PIP) -r requirements-audit.txt
	@touch $@

.cache/lock/uv-$(UV_VERSION):
	@mkdir -p .cache
	@$(PYTHON) -m venv --clear .cache/lock
	@.cache/lock/bin/python -m pip install --quiet uv==$(UV_VERSION)
	@touch $@
