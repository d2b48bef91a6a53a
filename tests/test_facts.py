"""Where a fact's proof stands in the source."""

from generator.model import Article, Fact, Kind
from generator.pipeline import article_facts

QUOTE = "去年全区新签约重大项目46个，总投资达到218亿元"
PARAGRAPH = f"“我们一年没有歇脚。”绵阳高新区投资促进局的干部说，{QUOTE}，其中制造业项目占了大半。"


def facts(*lines: str) -> list[Fact]:
    article = Article("a.txt", "\n".join(lines), "utf-8", date="2024-05-06")
    return [fact for fact in article_facts(article)[0] if fact.kind is Kind.METRIC]


def test_words_that_a_pull_quote_says_first_are_proved_there() -> None:
    found = facts("绵阳高新区：项目为王", QUOTE, "绵阳高新区春来早。", PARAGRAPH)
    text = "\n".join(["绵阳高新区：项目为王", QUOTE, "绵阳高新区春来早。", PARAGRAPH])
    projects = [fact for fact in found if fact.evidence and "46个" in fact.evidence]
    assert [fact.span.start for fact in projects] == [text.index(fact.evidence) for fact in projects]
    assert all(fact.span.end <= text.index("绵阳高新区春来早") for fact in projects)
    assert projects


def test_a_proof_is_what_stands_in_the_source() -> None:
    lines = ("绵阳高新区：项目为王", QUOTE, "绵阳高新区春来早。", PARAGRAPH)
    text = "\n".join(lines)
    assert all(fact.evidence == text[fact.span.start : fact.span.end] for fact in facts(*lines))


def test_an_id_does_not_change_where_words_stand_twice() -> None:
    alone = {fact.id for fact in facts("绵阳高新区：项目为王", "绵阳高新区春来早。", PARAGRAPH)}
    assert {fact.id for fact in facts("绵阳高新区：项目为王", QUOTE, "绵阳高新区春来早。", PARAGRAPH)} == alone


def test_words_that_a_pull_quote_says_later_are_proved_in_their_paragraph() -> None:
    lines = ("绵阳高新区：项目为王", "绵阳高新区春来早。", PARAGRAPH, QUOTE, "春去也。")
    text = "\n".join(lines)
    (first,) = [fact for fact in facts(*lines) if "46个" in fact.evidence][:1]
    assert text.index(PARAGRAPH) < first.span.start < text.index(PARAGRAPH) + len(PARAGRAPH)
