"""The search worker by itself, over an index of a few lines: what matches, in which order, and how it is shown.

What is asked of an index in one file is asked of the same index in pieces too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.site.shards import shards

Names = Sequence[tuple[str, str, list[int]]]
TRADITIONAL = ["東區電與", "东区电与"]
PIECE = re.compile(r"(?<!assets)/search/[^?]*\.json$")
Ask = Callable[..., list[list[dict[str, Any]]]]

ASK = """async ({ worker, queries }) => {
  const started = new Worker(worker)
  const answers = []
  await new Promise(done => {
    started.onmessage = ({ data: { type, data } }) => {
      if (type === 3) answers.push(data.items)
      if (type === 3 && answers.length === queries.length) done()
      else if (type === 1 || type === 3) started.postMessage({ type: 2, data: queries[answers.length] })
    }
    started.postMessage({ type: 0, data: { config: {}, docs: [] } })
  })
  started.terminate()
  return answers
}"""


def made(path: str, *sections: tuple[str, str], **more: Any) -> dict[str, Any]:
    ids = ["", *(f"s{number}" for number in range(1, len(sections)))]
    rows = [{"id": name, "title": title, "text": text} for name, (title, text) in zip(ids, sections, strict=True)]
    return {"path": path, "sections": rows, **more}


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """One page for all questions: the worker that each of them starts is what must be new."""
    context = browser.new_context()
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def ask(site_url: str, blank: Page) -> Ask:
    """Asks the worker each query in turn and gives the answers, the last one alone where there is one query."""

    def run(
        pages: list[dict[str, Any]], *queries: str, names: Names = (), fail_first: int = 0, in_pieces: bool = False
    ) -> Any:
        failures = [fail_first]
        whole = {"pages": pages, "names": names, "traditional": TRADITIONAL}
        pieces = shards(whole) if in_pieces else {"index": whole}

        def serve(route: Route) -> None:
            failures[0] -= 1
            if failures[0] >= 0:
                route.fulfill(status=503)
            else:
                name = route.request.url.partition("/search/")[2].removesuffix(".json")
                route.fulfill(body=json.dumps(pieces[name]), content_type="application/json")

        blank.context.unroute_all()
        blank.context.route(PIECE, serve)
        worker = f"{site_url}assets/search/worker.js"
        blank.goto(worker)
        answers = blank.evaluate(ASK, {"worker": worker, "queries": list(queries)})
        return answers if len(queries) > 1 else answers[0]

    return run


def paths(answer: list[list[dict[str, Any]]]) -> list[str]:
    return [group[0]["location"] for group in answer]


PAGES = [
    made("a/", ("武汉东湖新技术开发区", "光电子产业"), ("数字", "产值 1,634.21 亿元，面积 100㎡")),
    made("b/", ("东湖区", "与武汉东湖新技术开发区共建ＡＢＣ中心"), ("合作", "集成电路、生物医药")),
    made("c/", ("方法", "数据与说明")),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("东湖", ["b/", "a/"]),
        ("湖新", ["a/", "b/"]),
        ("电路", ["b/"]),
        ("武汉 电路", ["b/"]),
        ("武汉　电路", ["b/"]),
        ("武汉、电路", ["b/"]),
        ("武汉 没有", []),
        ("abc", ["b/"]),
        ("ａｂｃ", ["b/"]),
        ("1,634.21", ["a/"]),
        ("634.21", ["a/"]),
        ("1634.21亿元", ["a/"]),
        ("產值1634.21億元", []),
        ("面积100", ["a/"]),
        ("abc中心", ["b/"]),
        ("東湖區", ["b/"]),
        ("100m2", ["a/"]),
        ("东湖区的生物医药", ["b/"]),
        ("生物医药集成电路", ["b/"]),
        ("的", []),
        ("", []),
        ("  。、", []),
        ('"东湖区"', ["b/"]),
        (".*", []),
        ("<", []),
    ],
)
@pytest.mark.parametrize("in_pieces", [False, True], ids=["whole", "pieces"])
def test_what_is_found_in_which_order(ask: Ask, query: str, found: list[str], in_pieces: bool) -> None:
    assert paths(ask(PAGES, query, in_pieces=in_pieces)) == found


def test_the_section_that_holds_the_words_is_shown_open_below_its_page(ask: Ask) -> None:
    sections = [("甲区", "概况"), ("数字", "无"), ("企业", "东升科技，东升集团"), ("合作", "东升科技")]
    [[page, *hits]] = ask([made("a/", *sections)], "东升")
    assert page["location"] == "a/"
    assert [hit["location"] for hit in hits] == ["a/#s2", "a/#s3"]
    assert hits[0]["score"] == page["score"] > hits[1]["score"]
    assert hits[0]["text"] == ("<mark data-md-highlight>东升</mark>科技，<mark data-md-highlight>东升</mark>集团")
    assert page["terms"] == {"东升": True}


def test_a_long_text_is_shown_around_its_first_match(ask: Ask) -> None:
    [[page]] = ask([made("a/", ("甲区", "前" * 300 + "东升科技" + "后" * 300))], "东升")
    before, after = page["text"].split("<mark data-md-highlight>东升</mark>")
    assert before == "…" + "前" * 24
    assert after == "科技" + "后" * 92 + "…"


def test_marks_stand_on_the_text_as_it_is_written(ask: Ask) -> None:
    [[page]] = ask([made("a/", ("甲", "㎡ ＡＢ𠀀ｃ ㎡"))], "b𠀀c")
    assert page["text"] == "㎡ Ａ<mark data-md-highlight>Ｂ𠀀ｃ</mark> ㎡"


def test_marks_reach_over_what_is_only_set_between(ask: Ask) -> None:
    [[page]] = ask([made("a/", ("甲", "引进 8,046 万美元，東區。"))], "引进8046万美元 东区")
    assert page["text"] == ("<mark data-md-highlight>引进 8,046 万美元</mark>，<mark data-md-highlight>東區</mark>。")


NAMES = [("昆山高新区", "kun shan gao xin qu", [0]), ("西安", "xi an", [1]), ("张衡", "zhang heng", [1])]
SPELLED = [
    made("a/", ("昆山高新区", "西部")),
    made("b/", ("西安", "张衡在昆山")),
    made("c/", ("张江", "高新")),
    made("d/", ("kun", "sha")),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kunshan", ["a/", "b/"]),
        ("KunShan", ["a/", "b/"]),
        ("kunsh", ["a/", "b/"]),
        ("ks", ["a/", "b/"]),
        ("kunshan gaoxinqu", ["a/"]),
        ("ks gxq", ["a/"]),
        ("ksgxq", ["a/"]),
        ("kunshangxq", ["a/"]),
        ("shangao", ["a/"]),
        ("gaoxin", ["a/", "c/"]),
        ("xian", ["b/"]),
        ("xi'an", ["b/"]),
        ("zhangheng", ["b/"]),
        ("zh", ["b/"]),
        ("zhang", ["c/", "b/"]),
        ("kun", ["d/", "a/", "b/"]),
        ("ku", ["d/"]),
        ("unshan", []),
        ("kunan", []),
        ("k", ["d/"]),
        ("a" * 60, []),
    ],
)
@pytest.mark.parametrize("in_pieces", [False, True], ids=["whole", "pieces"])
def test_pinyin_stands_for_what_it_spells_of_a_name(ask: Ask, query: str, found: list[str], in_pieces: bool) -> None:
    assert paths(ask(SPELLED, query, names=NAMES, in_pieces=in_pieces)) == found


def test_what_pinyin_spells_is_marked(ask: Ask) -> None:
    [[page]] = ask(SPELLED[:1], "ks", names=NAMES[:1])
    assert page["title"] == "<mark data-md-highlight>昆山</mark>高新区"
    assert page["terms"] == {"昆山": True}


def test_text_and_titles_are_shown_and_never_interpreted(ask: Ask) -> None:
    hostile = "<i onload=x> & \"quoted\" 'words'"
    [[page]] = ask([made("a/", (hostile, hostile))], "quoted")
    shown = "&lt;i onload=x&gt; &amp; &quot;<mark data-md-highlight>quoted</mark>&quot; &#39;words&#39;"
    assert page["title"] == shown
    assert page["text"] == shown


@pytest.mark.parametrize("in_pieces", [False, True], ids=["whole", "pieces"])
def test_names_headings_and_weights_decide_the_order(ask: Ask, in_pieces: bool) -> None:
    pages = [
        made("said/", ("丁", "东湖 东湖 东湖")),
        made("headline/", ("东湖的新闻", ""), boost=0.4),
        made("heading/", ("丙", ""), ("东湖中心", "")),
        made("told/", ("乙", "东湖")),
        made("other/", ("戊区", "东湖"), names=["东湖"]),
        made("longer/", ("己区", "东湖"), names=["东湖新区"]),
        made("named/", ("东湖", "东湖")),
    ]
    names = [("东湖", "dong hu", [3])]
    found = paths(ask(pages, "东湖", names=names, in_pieces=in_pieces))
    assert found == ["named/", "other/", "longer/", "headline/", "told/", "heading/", "said/"]


def test_an_index_that_could_not_be_fetched_is_fetched_again(ask: Ask) -> None:
    answers = ask(PAGES, "东湖", "东湖", fail_first=1)
    assert [paths(answer) for answer in answers] == [[], ["b/", "a/"]]


def test_a_blank_query_fetches_nothing(ask: Ask, blank: Page) -> None:
    requests: list[str] = []
    blank.context.on("request", lambda request: requests.append(request.url))
    assert ask(PAGES, " ") == []
    assert [url for url in requests if PIECE.search(url)] == []


def test_of_an_index_in_pieces_a_query_loads_what_it_needs(ask: Ask, blank: Page) -> None:
    asked: list[str] = []
    blank.context.on("request", lambda request: asked.append(request.url.partition("/search/")[2]))
    many = [made(f"p{number}/", (f"第{number}区", "高新" if number % 2 else "经开")) for number in range(60)]
    found = ask(many, "高新", in_pieces=True)
    assert sorted(paths(found)) == sorted(f"p{number}/" for number in range(1, 60, 2))
    assert sum(name.startswith("pages/") for name in asked) == 20
    assert sum(name.startswith("titles/") for name in asked) == 1
    assert [bool(page["text"]) for [page] in found] == [True] * 20 + [False] * 10
    assert found[-1][0]["terms"] == {"高新": True}


def test_what_is_not_shown_is_counted(ask: Ask) -> None:
    many = [made(f"p{number}/", ("区", "高新")) for number in range(130)]
    found = ask(many, "高新", in_pieces=True)
    assert found[-1][0]["title"] == "还有约 10 页，请加一个词"
    assert found[-1][0]["location"] == "zones/"
    assert len(found) == 20 + 100 + 1


def test_pages_are_not_shown_unread_where_those_that_were_read_disappoint(ask: Ask) -> None:
    apart = [made(f"p{number}/", ("甲区", "电子路，集成电，成电路")) for number in range(30)]
    found = paths(ask([*apart, made("whole/", ("集成电路", ""))], "集成电路", in_pieces=True))
    assert found[0] == "whole/"
    assert not [path for path in found[1:] if path.startswith("p")]


def test_characters_that_only_stand_apart_are_not_taken_for_the_word(ask: Ask) -> None:
    pages = [made("apart/", ("甲区", "电子路，集成电，成电路")), made("whole/", ("乙区", "集成电路"))]
    assert paths(ask(pages, "集成电路", in_pieces=True)) == ["whole/"]


def test_letters_that_spell_many_names_stand_for_those_said_most(ask: Ask) -> None:
    said = [
        ("开", "kai", "k"),
        ("科", "ke", "k"),
        ("昆", "kun", "k"),
        ("空", "kong", "k"),
        ("康", "kang", "k"),
        ("快", "kuai", "k"),
    ]
    names = [(f"{one}山", f"{sound} shan", list(range(6 - place))) for place, (one, sound, _) in enumerate(said)]
    pages = [made(f"{sound}/", (f"{one}山", "")) for one, sound, _ in said]
    assert sorted(paths(ask(pages, "ks", names=names, in_pieces=True))) == sorted(
        f"{sound}/" for _, sound, _ in said[:5]
    )


def test_a_query_that_another_follows_is_not_answered(ask: Ask, blank: Page, site_url: str) -> None:
    ask(PAGES, "东湖")
    answers = blank.evaluate(
        """worker => new Promise(done => {
          const started = new Worker(worker)
          const answers = []
          started.onmessage = ({ data: { type, data } }) => {
            if (type === 3) answers.push(data.items.length)
            if (type === 3 && data.items.length === 1) done(answers)
          }
          for (const query of ["东湖", "武", "武汉 电路"]) started.postMessage({ type: 2, data: query })
        })""",
        f"{site_url}assets/search/worker.js",
    )
    assert answers == [1]
