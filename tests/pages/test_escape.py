from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.pages.escape import cell, code, html, inline, note, prose, title, visible, web_address
from tests.pages.small_archive import Seen, built

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "<!-- comment --> & &amp; &lt;b&gt; &#60;",
    "**bold** _em_ ~~gone~~ `code` ``` ~~~ $x$ ^up^",
    "[link](javascript:alert(1)) ![img](x.png) [^1] [ref][1] <https://x.example>",
    "{{ 7 * 7 }} {% raw %} {# comment #}",
    "a | b | c \\| d",
    "# heading",
    "- item",
    "+ item",
    "1. first",
    "12) twelfth",
    "> quote",
    "    four spaces",
    "\tcode",
    "===",
    "---",
    "!!! note",
    "??? fold",
    ": definition",
    "{: #id .class onclick=alert(1) }",
    "{ #m-1 }",
    "two\nlines\n\n# not a heading",
    "quotes \" and ' both",
    "\\* \\_ \\\\",
    "[TOC]",
    "*[abbr]: long",
    "wzxhzdk:0 klzzwxh:0001",
    "\x02wzxhzdk:0\x03",
    "right \u202e left \u2066 isolate",
    "<svg onload=alert(1)>",
    "]]> <![CDATA[ x",
    "<?php ?>",
    "&",
    "<",
    "a<b>c",
    "::: block :::",
]
PLACES = {
    "paragraph": (prose, "{}\n"),
    "heading": (prose, "# {} {{ #here }}\n"),
    "list": (prose, "- {}\n"),
    "quote": (prose, "> {}\n"),
    "cell": (cell, "| a | b |\n| --- | --- |\n| {} | x |\n"),
    "link": (inline, "before [{}](other.md) after\n"),
    "block": (html, '<p class="raw">{}</p>\n'),
    "fold": (html, '<details markdown="1">\n<summary><span>{}</span></summary>\n\ntext\n\n</details>\n'),
    "inside": (prose, '<div markdown="1">\n\n> {}\n\n</div>\n'),
    "attribute": (html, '<p title="{}">x</p>\n'),
}
ALLOWED = {
    "p",
    "h1",
    "ul",
    "li",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "details",
    "summary",
    "span",
    "div",
}


def squeezed(text: str) -> str:
    return re.sub(r"[\s]+", "", text)


def shown(place: str, text: str) -> Seen:
    escaped, frame = PLACES[place]
    return Seen(built(frame.format(escaped(text))))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_makes_no_element(place: str, text: str) -> None:
    seen, plain = shown(place, text), shown(place, "x")
    assert set(seen.elements) <= ALLOWED
    assert seen.elements == plain.elements
    assert seen.attributes == plain.attributes
    if place != "attribute":
        assert squeezed(visible(text)) in squeezed(seen.text)


@settings(max_examples=150, deadline=None)
@given(text=st.text(min_size=1, max_size=60), place=st.sampled_from(sorted(set(PLACES) - {"attribute"})))
def test_what_a_reader_sees_is_what_was_written(text: str, place: str) -> None:
    assume(place != "heading" or visible(text).strip())
    dash = "—" if place == "cell" and not visible(text) else ""
    around = squeezed(shown(place, "\ufdd0").text).split("\ufdd0")
    assert squeezed(shown(place, text).text.replace("¶", "")) == squeezed(
        (around[0] + visible(text) + dash + around[1]).replace("¶", "")
    )


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="`*_{}[]()<>#+-.!|&~^=:\"'$\\/ 1a\n", min_size=1, max_size=30))
def test_marks_of_markup_in_any_order_are_shown(text: str) -> None:
    assert squeezed(shown("paragraph", text).text) == squeezed(visible(text))
    assert squeezed(shown("quote", text).text) == squeezed(visible(text))


def test_control_characters_are_made_visible() -> None:
    assert visible("a\x00b\x1bc\x7fd") == "a␀b␛c␡d"
    assert visible("a\u202eb") == "a⟦U+202E⟧b"
    assert visible("a\ud800b") == "a\ufffdb"
    assert visible(" a \r\n\t b ") == "a b"


def test_an_empty_cell_is_a_dash() -> None:
    assert cell("") == "—"
    assert cell(" ") == "—"


@pytest.mark.parametrize("text", [*HOSTILE, "</title><script>", "a: b", "'", "{{ x }}"])
def test_a_title_is_one_yaml_string_without_markup(text: str) -> None:
    read = yaml.safe_load(f"title: {title(text)}\n")
    assert list(read) == ["title"]
    assert isinstance(read["title"], str)
    assert not set(read["title"]) & set("<>&\"'{}")


def test_an_editors_note_keeps_its_markdown_and_nothing_more() -> None:
    seen = Seen(built(str(note("**粗** 和 [链接](https://x.example/a:b) 与 [本站](../index.md)\n\n- 一\n- 二"))))
    assert {"strong", "a", "ul", "li"} <= set(seen.elements)
    assert seen.links == ["https://x.example/a:b", "../index.md"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "x { onclick=alert(1) }",
        "[x](javascript:alert(1))",
        "[x]( JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "![x](data:text/html,x)",
        "[x](<javascript:alert(1)>)",
        "<javascript:alert(1)>",
        "[x](java\nscript:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](java\\\nscript:alert(1))",
        "[x][j]\n\n[j]: java\nscript:alert(1)",
    ],
)
def test_an_editors_note_runs_nothing(text: str) -> None:
    seen = Seen(built(str(note(text))))
    assert not {"script", "svg", "iframe"} & set(seen.elements)
    assert not {name for name in seen.attributes if name.startswith("on")}
    assert not [link for link in seen.links if squeezed(link).lower().startswith(("javascript", "data"))]


def test_an_editors_note_has_no_heading_and_fetches_no_picture() -> None:
    seen = Seen(built(str(note("# 一\n\n二\n---\n\n三\n===\n\n> # 四\n\n![五](https://x.example/a.png)"))))
    assert not {"h1", "h2", "hr", "img"} & set(seen.elements)
    assert seen.links == ["https://x.example/a.png"]


def test_code_keeps_its_spaces_and_lines_and_is_no_markup() -> None:
    seen = Seen(built(f"<pre>{code('- a:  1' + chr(10) + '    b: <i>*x*</i>' + chr(10))}</pre>\n"))
    assert seen.text.strip("\n") == "- a:  1\n    b: <i>*x*</i>"
    assert seen.elements == ["pre"]


def test_only_addresses_of_the_web_are_linked() -> None:
    assert web_address(" https://news.example/a?b=1&c=2#d ") == "https://news.example/a?b=1&c=2#d"
    assert web_address("http://新闻.example/昆山") == "http://%E6%96%B0%E9%97%BB.example/%E6%98%86%E5%B1%B1"
    assert web_address('https://x.example/"><script>') == "https://x.example/%22%3E%3Cscript%3E"
    for refused in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example",
        "ftp://x",
        "见原文",
        "http://",
        "http://[x",
    ):
        assert web_address(refused) == ""
