import string
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import store
from generator.model import CONTENTS, Fact, Kind, Owner, Qualifier, Span
from generator.overrides.form import FieldForm, FieldType, fields_of
from generator.problems import Problem, ProblemError
from generator.store import Source, content_of, file_names, file_stem, read_facts, read_sources, zone_files
from generator.unread import Unread
from tests.gold_facts import seed_facts
from tests.make import article, event, fact, metric

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBER = st.integers(-(10**18), 10**18) | st.floats(allow_nan=False, allow_infinity=False)


def field(form: FieldForm) -> st.SearchStrategy:
    if form.choices:
        return st.sampled_from(form.choices)
    return {
        FieldType.TEXT: TEXT,
        FieldType.NUMBER: st.none() | NUMBER,
        FieldType.INTEGER: st.none() | st.integers(0, 1000),
        FieldType.VALUE: st.none() | NUMBER | st.lists(NUMBER, min_size=2, max_size=2),
        FieldType.TEXTS: st.lists(TEXT, max_size=3),
    }[form.type]


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(Kind))
    forms = {name: form for name, form in fields_of(kind).items() if name not in ("zone", "subject")}
    values = {name: draw(field(form)) for name, form in forms.items()}
    start = draw(st.integers(0, 10**6))
    return Fact(
        id=f"x-{draw(st.text(string.ascii_lowercase, min_size=1, max_size=8))}",
        doc=draw(TEXT),
        owner=Owner(draw(TEXT), draw(TEXT)),
        content=content_of(kind, values),
        evidence=draw(TEXT),
        span=Span(start, start + draw(st.integers(0, 80))),
        sentence=draw(TEXT),
        rule=draw(TEXT),
        mended=tuple(draw(st.lists(TEXT, max_size=3))),
    )


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")


def clear(folder: Path) -> None:
    for path in folder.rglob("*.yml"):
        path.unlink()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(facts(), max_size=6, unique_by=lambda fact: fact.id))
def test_what_is_stored_is_read_back(tmp_path: Path, given_facts: list[Fact]):
    clear(tmp_path)
    write(tmp_path, zone_files(given_facts))
    assert sorted(read_facts(tmp_path), key=lambda fact: fact.id) == sorted(given_facts, key=lambda fact: fact.id)


def test_facts_found_by_hand_are_read_back(tmp_path: Path):
    write(tmp_path, zone_files(seed_facts()))
    assert set(read_facts(tmp_path)) == set(seed_facts())


def test_the_order_of_facts_does_not_count():
    assert zone_files(reversed(seed_facts())) == zone_files(seed_facts())
    assert list(zone_files(reversed(seed_facts()))) == list(zone_files(seed_facts()))


def test_a_file_reads_like_a_list_of_facts():
    one = fact(
        metric((5, 6.5), qualifier=Qualifier.ABOUT),
        evidence="五六家",
        sentence="来了五六家。",
        rule="metric.x",
        mended=("gloss", "script"),
    )
    assert zone_files([one]) == {
        "zones/临水高新区.yml": (
            "# Facts as the machine read them, written by `python -m generator build`: a change made here is lost.\n"
            "# Corrections belong in the file of the same name in seeds/overrides.\n"
            "zone: 临水高新区\n"
            "facts:\n"
            "- id: m-0000000001\n"
            "  doc: a.txt\n"
            "  kind: metric\n"
            "  indicator: 入驻企业数\n"
            "  value: [5, 6.5]\n"
            "  unit: 家\n"
            "  qualifier: '~'\n"
            "  period: '2023'\n"
            "  status: actual\n"
            "  evidence: 五六家\n"
            "  start: 1\n"
            "  end: 4\n"
            "  sentence: 来了五六家。\n"
            "  rule: metric.x\n"
            "  mended: [gloss, script]\n"
        )
    }  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "stem"),
    [
        ("临水高新区", "临水高新区"),
        ("A/B区", "A%2FB区"),
        ("..", "%2E%2E"),
        (".hidden", "%2Ehidden"),
        ("-rf", "%2Drf"),
        ("x. ", "x.%20"),
        ("", "%"),
        ("a%2Fb", "a%252Fb"),
        ("con", "%con"),
        ("con~", "con~"),
        ("~x", "%7Ex"),
        ("两行\n区", "两行%0A区"),
        ('<>:"|?*\\', "%3C%3E%3A%22%7C%3F%2A%5C"),
    ],
)
def test_file_names_are_safe_everywhere(zone: str, stem: str):
    assert file_stem(zone) == stem


def test_a_long_name_is_cut_and_marked():
    names = file_names(["长" * 300, "长" * 300 + "江"])
    assert all(len(name.encode()) <= 255 for name in names.values())
    assert len(set(names.values())) == 2


def test_names_that_differ_in_case_or_width_only_are_told_apart():
    names = file_names(["abc区", "ABC区", "ＡＢＣ区", "别区"])
    assert names["别区"] == "别区.yml"
    assert len({name.casefold() for name in names.values()}) == 4


@given(st.lists(TEXT, unique=True, max_size=8))
def test_file_names_are_all_different_and_stay_in_their_folder(zones: list[str]):
    names = file_names(zones)
    assert len({name.casefold() for name in names.values()}) == len(zones)
    for name in names.values():
        assert len(name.encode()) <= 255
        assert "/" not in name
        assert "\0" not in name
        assert name[0] not in ".-"


UNREAD = Unread(
    zone="甲区",
    value=12.5,
    unit="吨",
    qualifier="=",
    period="2023",
    quote="另有12.5吨",
    sentence="另有12.5吨。",
    start=7,
)


def test_sources_are_stored_newest_first_and_read_back(tmp_path: Path):
    problem = Problem(code="torn", file="a.txt", message="坏", line=3, fatal=False)
    sources = (
        Source(article("b.txt", date="2024-03", title="乙", url="https://example.org/"), 4, (problem,)),
        Source(article("c.txt"), 0, unread=(UNREAD, replace(UNREAD, value=(1, 2), qualifier="~", zone="", period=""))),
        Source(article("a.txt", date="2023"), 1),
    )
    write(tmp_path, {"sources.yml": store.sources_text(reversed(sources))})
    read = read_sources(tmp_path)
    assert [source.article.doc for source in read] == ["b.txt", "a.txt", "c.txt"]
    assert set(read) == set(sources)


def test_no_sources_are_none(tmp_path: Path):
    assert read_sources(tmp_path) == ()
    assert read_facts(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("zone: [\n", "ParserError", ":2:1"),
        ("zone: x\n", "KeyError", ""),
        ("zone: x\nfacts: [{id: 1, kind: none}]\n", "ValueError", ""),
        ("facts: !!python/object:os.system x\n", "ConstructorError", ":1:8"),
        ("just text", "TypeError", ""),
    ],
)
def test_a_damaged_file_is_told(tmp_path: Path, text: str, reason: str, place: str):
    write(tmp_path, {"zones/x.yml": text})
    with pytest.raises(ProblemError) as caught:
        read_facts(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}/zones/x.yml{place}: STORE-UNREADABLE: this file of extracted facts cannot be read ({reason}). "
        "Fix: run `python -m generator build`, which writes it anew"
    )


def test_damaged_sources_are_told(tmp_path: Path):
    write(tmp_path, {"sources.yml": "- 5\n"})
    with pytest.raises(ProblemError, match=r"sources\.yml: STORE-UNREADABLE"):
        read_sources(tmp_path)


def test_every_kind_can_be_made_from_plain_values():
    assert set(CONTENTS) == set(Kind)
    assert event("签约") == content_of(Kind.EVENT, {"date": "2023-05", "type": "签约", "title": "签约"})


@pytest.mark.parametrize("together", [1, 2, 3, 1000])
@pytest.mark.parametrize(
    "text",
    [
        "# head\n- doc: a\n  title: '- doc: b'\n- doc: c\n- doc: |\n    - doc: d\n",
        "zone: x\nfacts:\n- id: 1\n  list: [1, 2]\n- id: 2\n  deep:\n  - id: 3\n- id: 4\n",
        "zone: x\nfacts:\n- id: 1\nmore: 2\n",
        "- doc: a\n- other: b\n- doc: c\n",
        "facts:\n- id: 1\nzone: x\n",
        "zone: x\n- id: 1\n",
        "- doc: [\n- doc: ]\n",
        "[]\n",
        "",
    ],
)
def test_a_file_read_in_pieces_says_the_same(text: str, together: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store, "TOGETHER", together)

    def result(read: Callable[[str], object]) -> object:
        try:
            return read(text)
        except yaml.YAMLError as error:
            return str(error)

    assert result(store._in_pieces) == result(store._loaded)
