"""Source text into Markdown: shown as it stands, never interpreted.

Everything that Markdown or HTML could read as markup becomes a numeric character
reference, which neither of them reads as structure. One spelling thus holds in prose,
in table cells, in HTML blocks and in attributes; the filters differ only in what their
place adds.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from markupsafe import Markup

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~^\"'$]")
_SPACE = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_BREAK = re.compile(r"[\t\r\n\f\v\x85\u2028\u2029]")
_LINE_START = re.compile(r"[#+\-=:!?/%]")
_LIST_START = re.compile(r"(\d+)([.)])")
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_PLAIN = re.compile(r"[0-9A-Za-z\u3000-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]*")
"""Text that nothing could read as markup, as most is: letters, digits, Chinese characters and punctuation."""
_REMEMBERED = 1 << 14
_ADDRESS = re.compile(r"(\]\(|\]:)( *(?:https?://|mailto:|#|\.{0,2}/|[\w%./-]+\)))?")
"""Where a link's address begins; the second group holds what an address may begin with, or a whole path."""
_NOTE = re.compile(r"[&<{`]|!\[|(?<![\w/(.\-])#|(?<![^\s>])[=-](?=[=-]*\s*$)")
"""What an editor's note has no use for: markup, pictures, headings."""
_WIDE = str.maketrans({"<": "＜", ">": "＞", "&": "＆", '"': "＂", "'": "＇", "{": "｛", "}": "｝"})
_URL_SAFE = "%/:?#&=@,;+~!$-._"


def visible(text: str) -> str:
    """The text with what steers a reader's eye or program unseen made visible, white space as single spaces.

    Control characters become their pictures (U+2400 …), bidirectional controls their
    code point in brackets, lone surrogates the replacement character.
    """
    return UNSEEN.sub(lambda match: _picture(ord(match.group())), _SPACE.sub(" ", str(text))).strip(" ")


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xD800 <= code <= 0xDFFF or code >= 0xFFFE:
        return "\ufffd"
    return f"⟦U+{code:04X}⟧"


def inline(text: object) -> Markup:
    """Text for a table cell, an attribute or the midst of a line of Markdown."""
    return _inline(text if type(text) is str else str(text))


@lru_cache(_REMEMBERED)
def _inline(text: str) -> Markup:
    if _PLAIN.fullmatch(text):
        return str.__new__(Markup, text)
    return Markup(_MARKUP.sub(lambda match: f"&#{ord(match.group())};", visible(text)))  # noqa: S704


def prose(text: object) -> Markup:
    """Text that may open a line of Markdown: no list, heading, rule or fold begins with it."""
    body = str(inline(text))
    numbered = _LIST_START.match(body)
    if numbered:
        return Markup(f"{numbered.group(1)}&#{ord(numbered.group(2))};{body[numbered.end() :]}")  # noqa: S704
    if _LINE_START.match(body):
        return Markup(f"&#{ord(body[0])};{body[1:]}")  # noqa: S704
    return Markup(body)  # noqa: S704


def cell(text: object) -> Markup:
    """Text for a cell of a Markdown table; a dash where there is none, so that the column keeps its width."""
    return inline(text) or Markup("—")


def html(text: object) -> Markup:
    """Text for the content or an attribute of an HTML block."""
    return inline(text)


def code(text: str) -> Markup:
    """Lines for a `pre` block, written on one line so that no line of theirs can be read as Markdown."""
    shown = UNSEEN.sub(lambda match: _picture(ord(match.group())), str(text).rstrip("\n"))
    escaped = _MARKUP.sub(lambda match: f"&#{ord(match.group())};", shown)
    return Markup(_BREAK.sub(lambda match: f"&#{ord(match.group())};", escaped))  # noqa: S704


def note(text: str) -> Markup:
    """An editor's own Markdown: its emphasis, lists and links hold; HTML, attributes, pictures and headings do not.

    Links lead to the web or within the site; any other address is made one within the page.
    """
    lines = (UNSEEN.sub(lambda match: _picture(ord(match.group())), line) for line in str(text).splitlines())
    body = "\n".join(_NOTE.sub(_reference, line) for line in lines)
    return Markup(_ADDRESS.sub(lambda match: match[0] if match[2] else f"{match[1]}#", body))  # noqa: S704


def _reference(match: re.Match[str]) -> str:
    """A character as a reference to it, what follows it untouched."""
    return f"&#{ord(match[0][0])};{match[0][1:]}"


def title(text: str) -> Markup:
    """Text for a page's front matter, as a quoted YAML string.

    A theme puts it into the page's head unescaped, so the characters of markup are
    written by their full-width twins there.
    """
    return Markup(json.dumps(visible(text).translate(_WIDE), ensure_ascii=False))  # noqa: S704


@lru_cache(_REMEMBERED)
def web_address(url: str) -> str:
    """The address when it is one of the web (http or https) that can be linked to, else an empty string."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    return quote(url.strip().encode("utf-8", "replace"), safe=_URL_SAFE)
