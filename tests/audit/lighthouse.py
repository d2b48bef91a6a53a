"""Lighthouse on the front page, a profile and a comparison: the median of some runs of each."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from statistics import median
from typing import Any

from tests.audit.serving import served
from tests.site import chromium

NPM = Path(__file__).with_name("npm")
"""What is installed from npm, locked with hashes."""
INSTALLED = Path(__file__).parents[2] / ".cache" / "lighthouse"
PAGES = {"front page": "", "profile": "zones/kunshan-gaoxinqu/", "comparison": "compare/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
TIMEOUT = 300
ROW = "{:<14}{:>13}{:>15}{:>16}{:>6}{:>9}{:>7}{:>9}"


def report(site: Path) -> None:
    """Print a row a page; without npm, that there is none."""
    program = installed()
    if not program:
        print("Lighthouse was left out: npm is not installed")
        return
    print(f"Lighthouse, medians of {RUNS} runs; KB as a server compresses them; errors of the console")
    print(ROW.format("", *CATEGORIES, "CLS", "KB", "errors"))
    with served(site) as address:
        for name, path in PAGES.items():
            runs = [measured(program, address + path) for _ in range(RUNS)]
            scores = [f"{100 * median(run['categories'][one]['score'] for run in runs):.0f}" for one in CATEGORIES]
            shift, weight = (median(_number(run, audit) for run in runs) for audit in (SHIFT, WEIGHT))
            errors = max(len(run["audits"]["errors-in-console"]["details"]["items"]) for run in runs)
            print(ROW.format(name, *scores, f"{shift:.2f}", f"{weight / 1000:.0f}", errors), flush=True)


SHIFT, WEIGHT = "cumulative-layout-shift", "total-byte-weight"


def _number(run: dict[str, Any], audit: str) -> float:
    return float(run["audits"][audit]["numericValue"])


def installed() -> Path | None:
    """Lighthouse's program, installed below the folder of caches where it is not; None without npm."""
    npm = shutil.which("npm")
    if not npm:
        return None
    lock = "package-lock.json"
    there = INSTALLED / lock
    if not there.is_file() or there.read_bytes() != (NPM / lock).read_bytes():
        shutil.rmtree(INSTALLED, ignore_errors=True)
        INSTALLED.mkdir(parents=True)
        shutil.copy2(NPM / "package.json", INSTALLED)
        shutil.copy2(NPM / lock, INSTALLED / "package-lock.json.unfinished")
        (INSTALLED / "package-lock.json.unfinished").replace(there)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        try:
            subprocess.run(command, cwd=INSTALLED, stdin=subprocess.DEVNULL, check=True)
        except BaseException:
            there.unlink(missing_ok=True)
            raise
    return INSTALLED / "node_modules" / ".bin" / "lighthouse"


def measured(program: Path, address: str) -> dict[str, Any]:
    """What Lighthouse finds on a page, as it would be on a middling phone with a slow network."""
    done = subprocess.run(
        [
            str(program),
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags=--headless=new {' '.join(chromium.flags())}",
        ],
        env={**os.environ, "CHROME_PATH": chromium.find()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
