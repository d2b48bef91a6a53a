"""Override files: what they do to facts, and every message about what is wrong in one, word for word."""

from pathlib import Path
from typing import Any

import pytest

from generator.model import Action, Event, EventType, Metric, Owner, Published, Span
from generator.overrides import Corrected, correct
from generator.store import marked_stem
from tests.gold_facts import seed_facts
from tests.make import article, event, fact, metric

ZONE = "临水高新区"
NAME = f"{ZONE}.yml"
TEXT = "临水高新区有7家企业。\n創(chuàng)新中心设在滨江路，科創(chuàng)產(chǎn)業(yè)園在建。\n"
FACTS = (
    fact(metric(6), number=1),
    fact(metric(9, indicator="孵化器数"), number=2),
    fact(event("临水高新区与某大学签约"), number=3),
    fact(metric(3), number=4, zone="云栖小镇"),
)
SIGNED = "    reason: 见公告第 12 号\n    by: bianji\n    date: 2024-04-02\n"
HEAD = f"zone: {ZONE}\noverrides:\n"
CORRECT = "  - fact: m-0000000001\n    action: correct\n    expect: {value: 6}\n    set: {value: 7}\n"


def run(folder: Path, text: str, name: str = NAME, **more: Any) -> Corrected:
    (folder / name).write_text(text, encoding="utf-8")
    return correct(more.get("facts", FACTS), (article(text=TEXT),), folder, "seeds/overrides")


def wrong(folder: Path, text: str, name: str = NAME) -> list[str]:
    """The problems' texts without the path that all of them begin with."""
    lines = [problem.text() for problem in run(folder, text, name).problems]
    assert all(line.startswith(f"seeds/overrides/{name}") for line in lines)
    return [line.removeprefix(f"seeds/overrides/{name}:") for line in lines]


def shown(corrected: Corrected, fact_id: str) -> Published:
    (found,) = [one for zone in corrected.archive.zones for one in zone.facts if one.fact.id == fact_id]
    return found


def ids(corrected: Corrected) -> list[str]:
    return [one.fact.id for zone in corrected.archive.zones for one in zone.facts]


# What overrides do


def test_a_correction_changes_the_fact_and_keeps_what_the_machine_read(tmp_path: Path):
    corrected = run(tmp_path, HEAD + CORRECT + SIGNED)
    one = shown(corrected, "m-0000000001")
    assert corrected.problems == ()
    assert one.fact.content == metric(7)
    assert one.machine == FACTS[0]
    assert one.override is not None
    assert (one.override.reason, one.override.by, one.override.date) == ("见公告第 12 号", "bianji", "2024-04-02")
    assert (one.override.file, one.override.line) == (f"seeds/overrides/{NAME}", 3)


def test_every_field_can_be_corrected(tmp_path: Path):
    fields = "{zone: 云栖小镇, subject: 孵化园, indicator: 企业数, value: [5, 7], unit: 户, qualifier: '~', "
    fields += "period: ../2024-03, change: -1.5, status: target}"
    corrected = run(tmp_path, HEAD + CORRECT.replace("{value: 7}", fields) + SIGNED)
    one = shown(corrected, "m-0000000001").fact
    assert corrected.problems == ()
    assert one.owner == Owner("云栖小镇", "孵化园")
    assert one.content == Metric(
        indicator="企业数", value=(5, 7), unit="户", qualifier="~", period="../2024-03", change=-1.5, status="target"
    )


def test_a_year_without_quotes_is_a_period(tmp_path: Path):
    corrected = run(tmp_path, HEAD + CORRECT.replace("{value: 7}", "{period: 2024}") + SIGNED)
    assert shown(corrected, "m-0000000001").fact.content == metric(6, period="2024")


def test_a_rejected_fact_is_not_published(tmp_path: Path):
    corrected = run(tmp_path, f"{HEAD}  - fact: m-0000000001\n    action: reject\n{SIGNED}")
    assert "m-0000000001" not in ids(corrected)
    assert [one.fact for one in corrected.rejected] == [FACTS[0]]


def test_a_confirmed_fact_says_so(tmp_path: Path):
    corrected = run(tmp_path, f"{HEAD}  - fact: m-0000000001\n    action: confirm\n    expect: {{value: 6}}\n{SIGNED}")
    one = shown(corrected, "m-0000000001")
    assert one.override is not None
    assert one.override.action is Action.CONFIRM
    assert one.fact == FACTS[0]


ADD = (
    "  - action: add\n    set:\n      kind: event\n      date: 2023-06\n      type: 开工\n      title: 创新中心开工\n"
    "      doc: a.txt\n      evidence: {}\n"
)


@pytest.mark.parametrize("quote", ["創(chuàng)新中心设在滨江路", "创新中心设在滨江路"])
def test_an_added_fact_is_proved_by_a_quotation_as_it_stands_or_as_it_reads(tmp_path: Path, quote: str):
    corrected = run(tmp_path, HEAD + ADD.format(quote) + SIGNED)
    assert corrected.problems == ()
    (one,) = [one for zone in corrected.archive.zones for one in zone.facts if one.override]
    assert one.machine is None
    assert one.fact.content == Event(date="2023-06", type=EventType.STARTED, title="创新中心开工")
    assert one.fact.evidence == "創(chuàng)新中心设在滨江路"
    assert TEXT[one.fact.span.start : one.fact.span.end] == one.fact.evidence
    assert one.fact.owner == Owner(ZONE)


OWN = "  - action: add\n    set: {{kind: identity, attribute: 别名, value: {}, source: 本人供职于管委会}}\n"


def test_an_added_fact_can_rest_on_what_a_person_knows(tmp_path: Path):
    corrected = run(tmp_path, HEAD + OWN.format("临高新") + SIGNED)
    (one,) = [one for zone in corrected.archive.zones for one in zone.facts if one.override]
    assert (one.fact.doc, one.fact.span, one.fact.evidence) == ("", Span(0, 0), "本人供职于管委会")
    (zone,) = [zone for zone in corrected.archive.zones if zone.name == ZONE]
    assert zone.aliases == ("临高新",)


def test_the_id_of_an_added_fact_survives_a_corrected_value(tmp_path: Path):
    (before,) = set(ids(run(tmp_path, HEAD + OWN.format("临高新") + SIGNED))) - {one.id for one in FACTS}
    (after,) = set(ids(run(tmp_path, HEAD + OWN.format("临水高新") + SIGNED))) - {one.id for one in FACTS}
    assert before == after


def test_a_zone_can_be_made_of_added_facts_alone(tmp_path: Path):
    corrected = run(tmp_path, f"zone: 望江商务区\noverrides:\n{OWN.format('望江CBD')}{SIGNED}", "望江商务区.yml")
    assert corrected.problems == ()
    (zone,) = [zone for zone in corrected.archive.zones if zone.name == "望江商务区"]
    assert (zone.slug, zone.profile, zone.aliases) == ("wangjiang-shangwuqu", True, ("望江CBD",))


def test_two_names_can_be_one_zone(tmp_path: Path):
    merge = f"zone: {ZONE}\naliases: [临高新]\nmerge:\n  - zone: 云栖小镇\n{SIGNED}"
    corrected = run(tmp_path, merge)
    assert corrected.problems == ()
    (zone,) = corrected.archive.zones
    assert zone.aliases == ("临高新", "云栖小镇")
    assert len(zone.facts) == len(FACTS)


MERGE = "merge:\n  - zone: {}\n" + SIGNED


def test_a_zone_that_is_merged_into_itself(tmp_path: Path):
    assert wrong(tmp_path, f"zone: {ZONE}\n" + MERGE.format(ZONE)) == [
        "3:5: SAME-ZONE: a zone is merged into itself; found 临水高新区. Fix: remove it, or name the other zone"
    ]


def test_a_zone_that_is_merged_into_two(tmp_path: Path):
    (tmp_path / "东湖高新区.yml").write_text("zone: 东湖高新区\n" + MERGE.format("云栖小镇"), encoding="utf-8")
    corrected = run(tmp_path, f"zone: {ZONE}\n" + MERGE.format("云栖小镇"))
    assert [problem.text() for problem in corrected.problems] == [
        f"seeds/overrides/{NAME}:3:5: DOUBLE-MERGE: 云栖小镇 is merged into 东湖高新区 already, "
        "in seeds/overrides/东湖高新区.yml:3; found 云栖小镇. Fix: keep one of the two"
    ]
    assert {zone.name: zone.aliases for zone in corrected.archive.zones}[ZONE] == ()


def test_zones_that_are_merged_into_one_another(tmp_path: Path):
    (tmp_path / "云栖小镇.yml").write_text("zone: 云栖小镇\n" + MERGE.format(ZONE), encoding="utf-8")
    corrected = run(tmp_path, f"zone: {ZONE}\n" + MERGE.format("云栖小镇"))
    assert [problem.text() for problem in corrected.problems] == [
        f"seeds/overrides/{NAME}:3:5: MERGE-CHAIN: 云栖小镇 has zones merged into itself; found 云栖小镇. "
        f"Fix: merge those into {ZONE} as well, in its file",
        f"seeds/overrides/云栖小镇.yml:3:5: MERGE-CHAIN: {ZONE} has zones merged into itself; found {ZONE}. "
        "Fix: merge those into 云栖小镇 as well, in its file",
    ]
    assert [zone.name for zone in corrected.archive.zones] == [ZONE, "云栖小镇"]


def test_two_files_about_one_zone(tmp_path: Path):
    (tmp_path / f"{marked_stem(ZONE)}.yml").write_text(f"zone: {ZONE}\naliases: [临高新]\n", encoding="utf-8")
    corrected = run(tmp_path, f"zone: {ZONE}\naliases: [临水园]\n")
    assert [problem.text() for problem in corrected.problems] == [
        f"seeds/overrides/{marked_stem(ZONE)}.yml:1:7: DOUBLE-FILE: another file is about this zone, "
        f'seeds/overrides/{NAME}; found "{ZONE}". Fix: put both into one file'
    ]
    assert {zone.name: zone.aliases for zone in corrected.archive.zones}[ZONE] == ("临水园", "临高新")


def test_an_editors_own_words_are_kept_as_written(tmp_path: Path):
    corrected = run(tmp_path, f"zone: {ZONE}\nnote: |\n  **编者**按\n")
    assert corrected.notes == ((ZONE, "**编者**按"),)


def test_without_overrides_facts_are_as_the_machine_read_them(tmp_path: Path):
    corrected = correct(seed_facts(), (), tmp_path / "none", "seeds/overrides")
    assert corrected.problems == ()
    assert {one.fact for zone in corrected.archive.zones for one in zone.facts} == set(seed_facts())


def test_files_are_read_in_order_of_name_and_others_are_left_alone(tmp_path: Path):
    (tmp_path / "README.md").write_text("[", encoding="utf-8")
    assert run(tmp_path, HEAD + CORRECT + SIGNED).problems == ()


# What is wrong in the form of a file


def test_a_file_that_is_not_yaml(tmp_path: Path):
    assert wrong(tmp_path, "zone: [\n") == [
        "2:1: YAML-SYNTAX: the file is not YAML: did not find expected node content. "
        "Fix: compare the indentation, colons and quotes of this line and the one before"
    ]


@pytest.mark.parametrize(("text", "found"), [("", ""), ("- a\n", "")])
def test_a_file_without_a_mapping(tmp_path: Path, text: str, found: str):
    assert wrong(tmp_path, text) == [
        "1:1: WRONG-TYPE: the file holds no mapping. Fix: begin it with `zone: <the zone's name>`"
    ]


def test_a_file_without_a_zone(tmp_path: Path):
    assert wrong(tmp_path, "overrides: []\n") == [
        "1:1: MISSING-KEY: the file does not say which zone it is about; expected zone. "
        "Fix: begin it with `zone: <the zone's name>`"
    ]


def test_a_file_name_that_differs_from_the_zone(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT + SIGNED, "临水.yml") == [
        '1:7: FILE-NAME: the file\'s name and its zone differ; found "临水高新区"; '
        "expected the file name 临水高新区.yml. Fix: rename the file to 临水高新区.yml, or correct the zone"
    ]


def test_a_zone_that_does_not_exist(tmp_path: Path):
    assert wrong(tmp_path, "zone: 云溪小镇\n", "云溪小镇.yml") == [
        '1:7: UNKNOWN-ZONE: no article speaks of this zone; found "云溪小镇"; '
        "expected a zone with facts, such as 云栖小镇. Fix: write 云栖小镇"
    ]


def test_a_merged_zone_that_does_not_exist(tmp_path: Path):
    assert wrong(tmp_path, f"zone: {ZONE}\nmerge:\n  - zone: 云溪小镇\n{SIGNED}") == [
        '3:5: UNKNOWN-ZONE: no article speaks of this zone; found "云溪小镇"; '
        "expected a zone with facts, such as 云栖小镇. Fix: write 云栖小镇"
    ]


def test_unknown_keys_of_the_file(tmp_path: Path):
    assert wrong(tmp_path, f"zone: {ZONE}\noverides: []\n") == [
        '2:1: UNKNOWN-KEY: an override file has no key "overides"; '
        "expected one of zone, aliases, merge, note, overrides. Fix: write overrides"
    ]


def test_unknown_keys_of_an_entry(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT + SIGNED + "    comment: x\n") == [
        '10:5: UNKNOWN-KEY: an override has no key "comment"; '
        "expected one of fact, action, expect, set, reason, by, date. Fix: remove it"
    ]


def test_unknown_fields(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT.replace("{value: 7}", "{valeu: 7}") + SIGNED) == [
        '6:11: UNKNOWN-KEY: a metric has no key "valeu"; expected one of zone, subject, indicator, value, unit, '
        "qualifier, period, change, status. Fix: write value"
    ]


def test_duplicate_keys(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT + "    set: {value: 8}\n" + SIGNED) == [
        '7:5: YAML-DUPLICATE-KEY: the key "set" stands here and in line 6. Fix: keep one of them'
    ]


def test_missing_keys_are_told_together(tmp_path: Path):
    assert wrong(
        tmp_path, f"{HEAD}  - fact: m-0000000001\n    action: correct\n    set: {{value: 7}}\n    by: ''\n"
    ) == [
        "3:5: MISSING-KEY: correct needs expect; expected expect. Fix: add the line `expect: …`",
        "3:5: MISSING-KEY: correct needs reason; expected reason. Fix: add the line `reason: …`",
        "3:5: MISSING-KEY: correct needs date; expected date. Fix: add the line `date: …`",
        "6:9: MISSING-KEY: correct needs by; expected by. Fix: add the line `by: …`",
    ]


def test_an_entry_that_does_not_say_what_it_does(tmp_path: Path):
    assert wrong(tmp_path, f"{HEAD}  - fact: m-0000000001\n{SIGNED}") == [
        "3:5: MISSING-KEY: the override does not say what it does; "
        "expected action: one of correct, reject, confirm, add. Fix: add the line `action: …`"
    ]


def test_an_unknown_action(tmp_path: Path):
    assert wrong(tmp_path, f"{HEAD}  - fact: m-0000000001\n    action: corect\n{SIGNED}") == [
        '4:13: UNKNOWN-WORD: action is none of the model\'s words; found "corect"; '
        "expected one of correct, reject, confirm, add. Fix: write correct"
    ]


def test_an_entry_that_is_no_mapping(tmp_path: Path):
    assert wrong(tmp_path, f"{HEAD}  - m-0000000001\n") == [
        '3:5: WRONG-TYPE: an override is no mapping; found the text "m-0000000001"'
    ]


def test_entries_that_are_no_list(tmp_path: Path):
    assert wrong(tmp_path, f"zone: {ZONE}\noverrides: {{fact: m-0000000001}}\n") == [
        "2:12: WRONG-TYPE: overrides is no list; found a mapping; expected a list. Fix: begin each entry with `- `"
    ]


def test_aliases_that_are_no_list(tmp_path: Path):
    assert wrong(tmp_path, f"zone: {ZONE}\naliases: 临高新\n") == [
        '2:10: WRONG-TYPE: aliases has the wrong type; found the text "临高新"; expected a list of texts. '
        "Fix: write it as [one, another]"
    ]


def test_an_id_that_is_none(tmp_path: Path):
    assert wrong(tmp_path, f"{HEAD}  - fact: 入驻企业数\n    action: reject\n{SIGNED}") == [
        '3:11: UNKNOWN-FACT: this is no fact\'s id; found "入驻企业数"; expected an id like m-5f2c9a0b1d. '
        "Fix: copy the id from the page"
    ]


def test_a_rejection_that_sets_something(tmp_path: Path):
    assert wrong(tmp_path, f"{HEAD}  - fact: m-0000000001\n    action: reject\n    set: {{value: 7}}\n{SIGNED}") == [
        "5:10: UNKNOWN-KEY: reject has no set. Fix: write action: correct"
    ]


def test_a_set_that_is_no_mapping(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT.replace("{value: 7}", "7") + SIGNED) == [
        "6:10: WRONG-TYPE: set is no mapping; found the number 7; expected fields with their values. "
        "Fix: write it as set: {value: 6}"
    ]


def test_a_set_that_is_empty(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT.replace("{value: 7}", "{}") + SIGNED) == [
        "6:10: MISSING-KEY: set is empty; expected a field. Fix: name a field"
    ]


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (
            "value: 六",
            '6:18: WRONG-TYPE: value has the wrong type; found the text "六"; '
            "expected a number, a range [low, high] or null. Fix: write digits only; the unit has a field of its own",
        ),
        (
            "value: [7, 5]",
            "6:18: WRONG-TYPE: value is no range; found [7, 5]; expected a number, a range [low, high] or null. "
            "Fix: write the lower number, then the higher one",
        ),
        (
            "change: true",
            "6:19: WRONG-TYPE: change has the wrong type; found the truth value true; expected a number or null. "
            "Fix: write digits only; the unit has a field of its own",
        ),
        (
            "subject: true",
            "6:20: WRONG-TYPE: subject has the wrong type; found the truth value true; expected a text. "
            "Fix: put it in quotes",
        ),
        (
            "subject: [a]",
            "6:20: WRONG-TYPE: subject has the wrong type; found a list; expected a text. Fix: write one text",
        ),
        ("indicator: ''", "6:22: WRONG-TYPE: indicator is empty; expected a text. Fix: write what it is"),
        (
            "status: actul",
            '6:19: UNKNOWN-WORD: status is none of the model\'s words; found "actul"; '
            "expected one of actual, target. Fix: write actual",
        ),
        (
            "qualifier: 约",
            '6:22: UNKNOWN-WORD: qualifier is none of the model\'s words; found "约"; '
            "expected one of =, ~, >, <. Fix: take one of these",
        ),
        (
            "unit: 亿园",
            '6:17: UNKNOWN-UNIT: no rule knows this unit; found "亿园"; '
            "expected a unit of generator/rules/units.yml. Fix: write 亿元, or add the unit there",
        ),
        (
            "unit: 㐀",
            '6:17: UNKNOWN-UNIT: no rule knows this unit; found "㐀"; '
            "expected a unit of generator/rules/units.yml. Fix: add the unit there",
        ),
        (
            "period: 2024-13",
            '6:19: IMPOSSIBLE-DATE: no such period; found "2024-13"; '
            "expected 2024, 2024-03, 2024-01/2024-06, ../2024-03 or 2010/... "
            "Fix: write a period that the calendar has",
        ),
    ],
)
def test_values_of_the_wrong_sort(tmp_path: Path, field: str, message: str):
    assert wrong(tmp_path, HEAD + CORRECT.replace("value: 7", field) + SIGNED) == [message]


def test_dates_that_no_calendar_has(tmp_path: Path):
    entry = "  - fact: e-0000000003\n    action: correct\n    expect: {date: 2023-05}\n    set: {date: 2023-02-30}\n"
    assert wrong(tmp_path, HEAD + entry + SIGNED.replace("2024-04-02", "2024-04-31")) == [
        '6:17: IMPOSSIBLE-DATE: no such date; found "2023-02-30"; expected 2024, 2024-03 or 2024-03-01. '
        "Fix: write a date that the calendar has",
        '9:11: IMPOSSIBLE-DATE: no such day; found "2024-04-31"; expected a day like 2024-04-02. '
        "Fix: write the day on which you made the entry",
    ]


def test_an_added_fact_without_a_kind(tmp_path: Path):
    assert wrong(tmp_path, f"{HEAD}  - action: add\n    set: {{name: x}}\n{SIGNED}") == [
        "4:10: MISSING-KEY: an added fact needs its kind; expected kind: one of metric, event, cooperation, industry, "
        "organisation, honour, person, identity. Fix: add the line `kind: …`"
    ]


def test_an_added_fact_without_its_fields_and_proof(tmp_path: Path):
    assert wrong(tmp_path, f"{HEAD}  - action: add\n    set: {{kind: person, name: 张三}}\n{SIGNED}") == [
        "4:10: MISSING-KEY: an added person needs role. Fix: add `role: …`",
        "4:10: MISSING-KEY: an added fact needs its proof, of one sort; expected either doc and evidence, or source. "
        "Fix: name the document and quote its words, or say in source how you know it",
    ]


# What is wrong against the facts


def test_an_unknown_fact_names_the_likeliest(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT.replace("m-0000000001", "m-0000000009") + SIGNED) == [
        "3:11: UNKNOWN-FACT: no fact has this id; found m-0000000009; expected an id of this zone, such as "
        "m-0000000001 (入驻企业数 6 家), m-0000000002 (孵化器数 9 家). "
        "Fix: copy the id from the page; if the article no longer holds the fact, remove the override"
    ]


def test_an_expectation_that_no_longer_holds_shows_three_values(tmp_path: Path):
    corrected = run(tmp_path, HEAD + CORRECT.replace("{value: 6}", "{value: 5}") + SIGNED)
    assert [problem.text() for problem in corrected.problems] == [
        f"seeds/overrides/{NAME}:5:21: STALE-EXPECT: value: you saw 5, the machine now says 6, you set 7. "
        "Fix: look at the sentence again; then write the new value under expect, or remove the override"
    ]
    assert shown(corrected, "m-0000000001").fact == FACTS[0]


def test_a_stale_confirmation_has_two_values(tmp_path: Path):
    assert wrong(
        tmp_path, f"{HEAD}  - fact: m-0000000001\n    action: confirm\n    expect: {{value: 5}}\n{SIGNED}"
    ) == [
        "5:21: STALE-EXPECT: value: you saw 5, the machine now says 6. "
        "Fix: look at the sentence again; then write the new value under expect, or remove the override"
    ]


def test_an_override_that_changes_nothing(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT.replace("{value: 7}", "{value: 6}") + SIGNED) == [
        "6:10: NO-CHANGE: the override sets what the machine reads by itself; found value: 6. "
        "Fix: remove the override, or write action: confirm"
    ]


def test_an_override_that_the_machine_has_caught_up_with(tmp_path: Path):
    text = HEAD + CORRECT.replace("{value: 6}", "{value: 5}").replace("{value: 7}", "{value: 6}") + SIGNED
    assert wrong(tmp_path, text) == [
        "6:10: NO-CHANGE: the override sets what the machine reads by itself; found value: 6. "
        "Fix: remove the override, or write action: confirm"
    ]


def test_two_overrides_on_one_fact(tmp_path: Path):
    corrected = run(tmp_path, HEAD + CORRECT + SIGNED + CORRECT.replace("7", "8") + SIGNED)
    assert [problem.text() for problem in corrected.problems] == [
        f"seeds/overrides/{NAME}:10:11: DOUBLE-OVERRIDE: m-0000000001 has an override already, "
        f"in seeds/overrides/{NAME}:3; found correct; expected one override a fact. Fix: put both into one entry"
    ]
    assert shown(corrected, "m-0000000001").fact.content == metric(7)


def test_a_fact_of_another_zone(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT.replace("m-0000000001", "m-0000000004") + SIGNED) == [
        "3:11: WRONG-FILE: the fact is about another zone; found 云栖小镇; expected 临水高新区. "
        "Fix: move the entry to the file of 云栖小镇 in seeds/overrides"
    ]


def test_a_fact_that_the_machine_has_moved_to_the_zone_by_itself(tmp_path: Path):
    fields = CORRECT.replace("m-0000000001", "m-0000000004").replace("{value: 6}", f"{{zone: {ZONE}}}")
    assert wrong(tmp_path, HEAD + fields.replace("{value: 7}", "{zone: 云栖小镇}") + SIGNED) == [
        '6:10: NO-CHANGE: the override sets what the machine reads by itself; found zone: "云栖小镇". '
        "Fix: remove the override, or write action: confirm"
    ]


def test_a_fact_given_to_a_zone_that_does_not_exist(tmp_path: Path):
    assert wrong(tmp_path, HEAD + CORRECT.replace("{value: 7}", "{zone: 云溪小镇}") + SIGNED) == [
        '6:17: UNKNOWN-ZONE: no article speaks of this zone; found "云溪小镇"; '
        "expected a zone with facts, such as 云栖小镇. Fix: write 云栖小镇"
    ]


def test_a_document_that_does_not_exist(tmp_path: Path):
    assert wrong(tmp_path, HEAD + ADD.format("滨江路").replace("a.txt", "b.txt") + SIGNED) == [
        '9:12: UNKNOWN-DOCUMENT: there is no such article; found "b.txt"; '
        "expected the file name of an article, such as a.txt. Fix: write a.txt"
    ]


def test_words_that_do_not_stand_in_the_document(tmp_path: Path):
    assert wrong(tmp_path, HEAD + ADD.format("滨海路") + SIGNED) == [
        '10:17: UNKNOWN-QUOTE: the words do not stand in a.txt; found "滨海路"; '
        "expected words of the article, at most 80 characters. Fix: copy them from the article or from the page"
    ]


def test_an_added_fact_with_the_id_of_another(tmp_path: Path):
    assert wrong(tmp_path, HEAD + "  - fact: m-0000000001\n" + OWN.format("x").replace("-", " ", 1) + SIGNED) == [
        "3:11: DOUBLE-OVERRIDE: an added fact cannot have the id of an extracted one; found m-0000000001. "
        "Fix: remove the line, or write action: correct"
    ]


def test_everything_wrong_is_told_in_one_run(tmp_path: Path):
    (tmp_path / "云栖小镇.yml").write_text("zone: 云栖小镇\noverrides:\n  - x\n", encoding="utf-8")
    corrected = run(tmp_path, HEAD + CORRECT.replace("m-0000000001", "m-0000000009") + SIGNED + "  - y\n")
    assert [(Path(problem.file).stem, problem.line, problem.code) for problem in corrected.problems] == [
        (ZONE, 3, "UNKNOWN-FACT"),
        (ZONE, 10, "WRONG-TYPE"),
        ("云栖小镇", 3, "WRONG-TYPE"),
    ]
