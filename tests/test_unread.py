"""Numbers that became no fact, for a person to look at."""

from __future__ import annotations

from generator.annotate import annotate
from generator.clean import clean
from generator.model import Metric, Owner
from generator.pipeline import tell
from generator.reading import Draft
from generator.unread import MOST, QUOTE, find_unread
from tests.make import article

TEXT = "临水高新区开园\n2023年，临水高新区新增企业35家，另有12吨样品送检。园区为此准备了三年。\n"


def test_a_number_that_a_draft_used_is_read():
    document = clean(article(text=TEXT))
    context = annotate(document)
    sentence = next(one for one in context.sentences if "35" in one.text)
    at = sentence.text.index("35")
    draft = Draft(
        content=Metric(indicator="新增企业数", value=35, unit="家"),
        owner=Owner("临水高新区"),
        sentence=sentence,
        evidence=(at - 4, at + 3),
        anchor=(at, at + 2),
        rule="test",
    )
    left = {one.value: one for one in find_unread(context, [draft])}
    assert (left[12].unit, left[12].zone) == ("吨", "临水高新区")
    assert 35 not in left
    assert 35 in [one.value for one in find_unread(context, [])]


def test_what_is_left_over_is_quoted_with_its_sentence_and_place():
    source = article(text=TEXT)
    (one,) = [one for one in tell(source).unread if one.unit == "吨"]
    assert one.quote == "另有12吨样品送检"
    assert one.quote in one.sentence
    assert TEXT[one.start :].startswith("12吨")


def test_headings_and_times_are_left_alone():
    told = tell(article(text="临水高新区新建12座变电站\n临水高新区2023年6月揭牌。\n"))
    assert told.unread == ()


def test_of_very_many_those_with_an_owner_that_are_no_lengths_of_time_are_kept():
    lines = "".join(f"临水高新区送检{number}吨样品，历时{number}年。\n" for number in range(2, 2 + 2 * MOST))
    context = annotate(clean(article(text="临水高新区纪事\n" + lines)))
    left = find_unread(context, [])
    assert len(left) == MOST
    assert [one.start for one in left] == sorted(one.start for one in left)
    assert {one.unit for one in left} == {"吨"}


def test_a_quote_is_short_however_long_the_sentence():
    context = annotate(clean(article(text="临水高新区" + "甲" * 500 + "12吨" + "乙" * 500 + "。\n")))
    assert all(len(one.quote) <= QUOTE and "12吨" in one.quote for one in find_unread(context, []))
