"""Files of rules: every message about what is wrong in one, word for word, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import rules
from generator.rulebook import check_rules
from generator.rulebook.forms import FORMS

WORDS = "n: [锂电]\nvn: [研发]\nv: [落户]\nd: [正在]\n"
PRESENTATION = """topics:
- {name: 企业, id: enterprises, words: [企业]}
- {name: 其他, id: other, words: []}
order: [企业, 其他]
headline: [企业数]
headline_limit: 8
derived: [占]
same_words: {高企: 高新技术企业}
scopes: [规上]
districts: {}
"""
UNITS = """scales: {万: [1, 万]}
magnitudes: {万: 10000}
default_unit: {}
families:
  count: {base: "", units: {家: 1, 个: {factor: 1, not: [月]}}}
  money: {base: 元, units: {元: 1}}
"""
INDICATOR = "indicators:\n  企业数: {topic: 企业, family: count, synonyms: [企业总数], not_with: []}\n"


def wrong(folder: Path, **files: str) -> list[str]:
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return [problem.text().removeprefix("rules/") for problem in check_rules(folder, "rules")]


def test_right_files_have_no_problems(tmp_path: Path):
    assert wrong(tmp_path, words=WORDS, presentation=PRESENTATION, units=UNITS, indicators=INDICATOR) == []


def test_each_file_of_rules_has_a_form():
    assert sorted(path.stem for path in rules.RULES.glob("*.yml")) == sorted(FORMS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            WORDS.replace("vn", "nv"),
            '2:1: UNKNOWN-KEY: the file has no key "nv"; expected one of n, vn, v, d. Fix: write v',
        ),
        (
            WORDS + "品牌: [甲]\n",
            '5:1: UNKNOWN-KEY: the file has no key "品牌"; expected one of n, vn, v, d. '
            "Fix: remove it, or declare it in generator/rulebook/forms.py",
        ),
        (WORDS.replace("d: [正在]\n", ""), "1:1: MISSING-KEY: the file needs d; expected d. Fix: add the line `d: …`"),
        (
            WORDS.replace("[锂电]", "锂电"),
            '1:4: WRONG-TYPE: n has the wrong type; found the text "锂电"; expected a list. Fix: write a list',
        ),
        (
            WORDS.replace("锂电", "5"),
            "1:5: WRONG-TYPE: n has the wrong type; found the number 5; expected a text. Fix: put it in quotes",
        ),
        (WORDS.replace("锂电", "''"), "1:5: EMPTY-WORD: a word is empty. Fix: write a word or remove it"),
        (
            WORDS.replace("[锂电]", "[锂电, 氢能,\n  锂电]"),
            '2:3: DUPLICATE-WORD: n has this word in line 1 already; found "锂电". Fix: remove one of them',
        ),
        (
            WORDS + "n: [氢能]\n",
            '5:1: YAML-DUPLICATE-KEY: the key "n" stands here and in line 1. Fix: keep one of them',
        ),
    ],
)
def test_the_form_of_a_file(tmp_path: Path, text: str, message: str):
    assert message in [line.removeprefix("words.yml:") for line in wrong(tmp_path, words=text)]


def test_a_key_that_the_code_names_is_read(tmp_path: Path):
    assert wrong(tmp_path, words=WORDS + "suffixes: [甲]\n") == []


def test_a_missing_key_is_told_once_each(tmp_path: Path):
    assert [line.partition(":")[2] for line in wrong(tmp_path, words="n: [锂电]\nvn: [研发]\n")] == [
        "1:1: MISSING-KEY: the file needs d; expected d. Fix: add the line `d: …`",
        "1:1: MISSING-KEY: the file needs v; expected v. Fix: add the line `v: …`",
    ]


def test_a_pattern_that_does_not_compile(tmp_path: Path):
    text = (
        "lines:\n- '上一篇.*'\n- '(版权'\ncaptions: []\ncaption_names: []\ntitle_tails: []\n"
        "headings: {marked: [], subtitle_endings: [], zone_endings: [], provinces: []}\n"
    )
    assert wrong(tmp_path, furniture=text) == [
        "furniture.yml:3:3: WRONG-PATTERN: the pattern does not compile: missing ), unterminated subpattern at "
        'position 0; found "(版权"; expected a regular expression of Python. '
        "Fix: close its brackets, or write \\ before a mark that stands for itself"
    ]


def test_a_word_that_the_model_does_not_know(tmp_path: Path):
    text = "- {name: 甲高新区, level: 国家高新}\n"
    assert wrong(tmp_path, zones=text) == [
        'zones.yml:1:23: UNKNOWN-WORD: level does not know this word; found "国家高新"; expected one of '
        "国家级新区, 国家高新区, 国家高新区分园, 国家级经开区, 原国家级经开区, 省级高新区, 国家自主创新示范区. "
        "Fix: write 国家高新区"
    ]


def test_a_key_that_the_model_does_not_know(tmp_path: Path):
    (found,) = [
        line for line in wrong(tmp_path, units=UNITS, events="types: {签字: [签字]}\n") if "UNKNOWN-WORD" in line
    ]
    assert found.startswith('events.yml:1:9: UNKNOWN-WORD: types does not know this word; found "签字"; ')


def test_a_list_of_the_wrong_length(tmp_path: Path):
    assert wrong(tmp_path, places="张江: [上海]\n") == [
        'places.yml:1:5: WRONG-VALUE: 张江 is not of its form; found ["上海"]; expected at least 2 items. '
        "Fix: write it as its neighbours are written"
    ]


def test_an_address_with_other_letters(tmp_path: Path):
    assert wrong(tmp_path, zones="- {name: 甲高新区, slug: Jia}\n") == [
        'zones.yml:1:22: WRONG-VALUE: slug is not of its form; found "Jia"; '
        "expected text of the form ^[a-z0-9]+(-[a-z0-9]+)*$. Fix: write it as its neighbours are written"
    ]


def test_a_file_that_nothing_reads(tmp_path: Path):
    (message,) = wrong(tmp_path, zone="- {name: 甲高新区}\n")
    assert message.startswith("zone.yml: UNKNOWN-FILE: nothing reads a file of rules of this name; found zone; ")
    assert message.endswith(" Fix: rename it to zones.yml")


def test_a_file_that_cannot_be_read(tmp_path: Path):
    (tmp_path / "words.yml").mkdir()
    assert wrong(tmp_path) == ["words.yml: FILE-UNREADABLE: cannot be read: Is a directory. Fix: change its mode"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "topic: 企业",
            "topic: 企叶",
            '2:16: UNKNOWN-NAME: there is no such topic; found "企叶"; expected one of presentation.yml. '
            "Fix: write 企业",
        ),
        (
            "family: count",
            "family: counts",
            '2:28: UNKNOWN-NAME: there is no such family of units; found "counts"; expected one of units.yml. '
            "Fix: write count",
        ),
        (
            "not_with: []",
            "not_with: [楼宇数量]",
            '2:64: UNKNOWN-NAME: there is no such indicator; found "楼宇数量"; expected one of indicators.yml. '
            "Fix: add it to indicators.yml, or remove it here",
        ),
        (
            "企业总数]",
            "企业数]",
            '2:46: CLAIMED-TWICE: 企业数 has this name already; found "企业数". Fix: keep it in one place',
        ),
    ],
)
def test_what_an_indicator_names_must_be_there(tmp_path: Path, old: str, new: str, message: str):
    text = INDICATOR.replace(old, new)
    assert wrong(tmp_path, presentation=PRESENTATION, units=UNITS, indicators=text) == [f"indicators.yml:{message}"]


def test_a_synonym_that_two_indicators_claim(tmp_path: Path):
    text = INDICATOR + "  公司数: {topic: 企业, family: count, synonyms: [企业 总数], not_with: []}\n"
    assert wrong(tmp_path, indicators=text) == [
        'indicators.yml:3:46: CLAIMED-TWICE: 企业数 has this name already; found "企业 总数". Fix: keep it in one place'
    ]


def test_names_and_addresses_of_zones_are_of_one_zone(tmp_path: Path):
    text = (
        "- {name: 甲高新区, slug: jia, aliases: [甲科技城]}\n- {name: 乙高新区, slug: jia, aliases: [甲科技城]}\n"
        "- {name: 甲高新区}\n"
    )
    assert wrong(tmp_path, zones=text) == [
        'zones.yml:2:22: CLAIMED-TWICE: 甲高新区 has this name already; found "jia". Fix: keep it in one place',
        'zones.yml:3:10: CLAIMED-TWICE: 甲高新区 has this name already; found "甲高新区". Fix: keep it in one place',
        'zones.yml:2:37: CLAIMED-TWICE: 甲高新区 has this name already; found "甲科技城". Fix: keep it in one place',
    ]


def test_a_unit_is_of_one_family(tmp_path: Path):
    assert wrong(tmp_path, units=UNITS.replace("units: {元: 1}", "units: {元: 1, 家: 1}")) == [
        'units.yml:6:34: CLAIMED-TWICE: count has this name already; found "家". Fix: keep it in one place'
    ]


def test_topics_and_their_order(tmp_path: Path):
    text = PRESENTATION.replace("order: [企业, 其他]", "order: [企业, 其它]")
    assert wrong(tmp_path, presentation=text) == [
        'presentation.yml:4:13: UNKNOWN-NAME: there is no such topic; found "其它"; expected one of presentation.yml. '
        "Fix: write 其他",
        'presentation.yml:3:10: UNKNOWN-NAME: there is no such place in order; found "其他"; '
        "expected one of presentation.yml. Fix: write 其它",
    ]


def test_a_reading_has_a_syllable_for_each_character(tmp_path: Path):
    assert wrong(tmp_path, pinyin="words: {长阳: chang}\nreserved: [index]\n") == [
        'pinyin.yml:1:13: WRONG-READING: 长阳 has 2 characters and 1 syllables; found "chang"; '
        "expected 2 syllables with a space between them. Fix: write a syllable for each character"
    ]
