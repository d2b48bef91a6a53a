import pytest

from generator.clean.damage import mend_bytes
from generator.clean.glosses import remove_glosses
from generator.mapped import MappedText
from generator.model import Article
from generator.pipeline import article_facts
from generator.reading import Mend, Repair

ARTICLE = "園區平臺發展迅速,平臺已經成為產業高地。總經理負責園區的平臺建設。董事長說,"


def cut(text):
    """The text with the bytes A3A1 in it replaced by an ASCII sign, as the edit did, and decoded as browsers do."""
    data = text.encode("gbk").replace(b"\xa3\xa1", b"!")
    out, position = [], 0
    while position < len(data):
        if data[position] < 0x80:
            out.append(chr(data[position]))
            position += 1
            continue
        pair = data[position : position + 2]
        user = (0xAA <= pair[0] <= 0xAF and pair[1] >= 0xA1) or (0xA1 <= pair[0] <= 0xA7 and pair[1] < 0xA1)
        if len(pair) < 2 or pair[1] < 0x40:
            out.append("?")
            position += 1
        else:
            out.append("" if user else pair.decode("gbk", "replace"))
            position += 2
    return "".join(out)


@pytest.mark.parametrize("tail", ["。”總經理陳L", "。”董事長林_", "。“園區發展迅速_"])
def test_the_damage_is_as_the_edit_makes_it(tail):
    assert "?!" in cut(f"產業高地{tail}")


@pytest.mark.parametrize("words", ["”技術創新是關鍵(jiàn)", "“目前，平臺(tái)有", "”企業每年可節約成本(běn)"])
def test_mended(words):
    whole = f"{ARTICLE}產業高地。{words}說。"
    damaged = cut(whole)
    assert damaged != whole
    mapped, repairs, problems = mend_bytes(MappedText.of(damaged), Article("a.txt", damaged, "utf-8"))
    assert mapped.text == whole
    assert [repair.kind for repair in repairs] == [Mend.BYTES]
    assert problems == []


@pytest.mark.parametrize(
    "words",
    [
        "公司董事長(zhǎng)",
        "中國最大的產業園區(qū)",
        "項目負責人表示(shì)",
        "海歸博士團隊(duì)",
        "他們計劃明年上市(shì)",
    ],
)
@pytest.mark.parametrize("quote", "”“")
def test_mended_right_or_left_alone(quote, words):
    whole = f"{ARTICLE}產業高地。{quote}{words}說。"
    damaged = cut(whole)
    mapped, _, problems = mend_bytes(MappedText.of(damaged), Article("a.txt", damaged, "utf-8"))
    without = [remove_glosses(MappedText.of(text))[0].text for text in (mapped.text, whole)]
    assert without[0] == without[1] or (mapped.text == damaged and problems)


def test_each_recovered_character_lies_in_the_damaged_place():
    text = f"{ARTICLE}產業高地?!敝锌瓶煽囟麻L(zhǎng)說。中科可控董事長。"
    mapped, repairs, _ = mend_bytes(MappedText.of(text), Article("a.txt", text, "utf-8"))
    start = text.index("?!")
    assert repairs == [Repair(Mend.BYTES, start, start + 9, "?!敝锌瓶煽囟麻L", "。”中科可控董事長")]
    span = mapped.source(mapped.text.index("中科可控董事長", start), mapped.text.index("中科可控董事長", start) + 4)
    assert start <= span.start < span.end <= start + 9


@pytest.mark.parametrize(
    "text", ["真的吗?!太好了。", "真的?！", "何為創新?(chuàng)", "?!abc", "怎么办?!", "价格?)不变"]
)
def test_ordinary_marks_stay(text):
    mapped, repairs, problems = mend_bytes(MappedText.of(text), Article("a.txt", text, "utf-8"))
    assert (mapped.text, repairs, problems) == (text, [], [])


def test_what_cannot_be_mended_stays_and_is_reported():
    text = "第一行\n產值達\ufffd\ufffd億元,增長很快。"
    mapped, repairs, problems = mend_bytes(MappedText.of(text), Article("a.txt", text, "utf-8"))
    assert (mapped.text, repairs) == (text, [])
    assert [problem.text() for problem in problems] == [
        "a.txt:2:1: TEXT-DAMAGED: a damaged place that cannot be mended with certainty; "
        "found 一行 產值達\ufffd\ufffd億元,增長很. Fix: compare it with the original; no number in it is published"
    ]
    assert not problems[0].fatal


def test_a_torn_gloss_that_fits_nothing_is_reported():
    text = "產值?zzh)齉齉齉齉齉齉。"
    mapped, _, problems = mend_bytes(MappedText.of(text), Article("a.txt", text, "utf-8"))
    assert mapped.text == text
    assert [problem.code for problem in problems] == ["TEXT-DAMAGED"]


@pytest.mark.parametrize(
    "sentence",
    [
        "绵阳高新区去年产值1\ufffd5亿元。",
        "绵阳高新区去年产值\ufffd16亿元。",
        "绵阳高新区去年产值120亿\ufffd，占地500\ufffd亩。",
        "绵阳高新区去年引进企业3\ufffd家。",
        "绵阳高新区去年产值?!啊阿E12.5亿元。",
    ],
)
def test_a_number_that_touches_what_is_lost_is_published_nowhere(sentence: str) -> None:
    article = Article("a.txt", f"绵阳高新区的一年\n{sentence}\n绵阳高新区去年税收26亿元。", "utf-8", date="2024-05-06")
    facts, problems = article_facts(article)
    assert [fact.evidence for fact in facts] == ["税收26亿元"]
    assert {problem.code for problem in problems} == {"TEXT-DAMAGED"}
