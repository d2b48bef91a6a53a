"""The search index in pieces: every key where a reader looks for it, small pieces, the same bytes each time."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.site import search, shards

PAGES = [
    {
        "path": "a/",
        "names": ["甲区", "甲高新区"],
        "sections": [{"id": "", "title": "甲区", "text": "產業 8,046 万美元"}],
    },
    {"path": "b/", "boost": 0.4, "sections": [{"id": "", "title": "讲到甲区", "text": "甲区甲区甲区甲区"}]},
]
INDEX: dict[str, Any] = {
    "pages": PAGES,
    "names": [["甲区", "jia qu", [0]], ["乙科技", "yi ke ji", [1]]],
    "traditional": ["產業", "产业"],
}


def levels(made: dict[str, Any], key: str) -> dict[int, int]:
    """What the pieces say of a key: pages with their levels, read as shards.js reads them."""
    text = made[f"keys/{shards.bucket(key, made['index']['keys'])}"].get(key, "")
    found, page, value, scale = {}, 0, 0, 1
    for digit in map(shards.DIGITS.index, text):
        value += (digit & 31) * scale
        scale *= 32
        if digit < 32:
            page += value // shards.LEVELS
            found[page] = value % shards.LEVELS
            value, scale = 0, 1
    return found


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("甲区", {0: 3, 1: 3}),
        ("甲高", {0: 3}),
        ("区甲", {1: 0}),
        ("产业", {0: 0}),
        ("80", {0: 0}),
        ("6万", {0: 0}),
        ("乙科", {1: 2}),
    ],
)
def test_a_key_knows_its_pages_and_how_it_stands_there(key: str, found: dict[int, int]) -> None:
    assert levels(shards.shards(INDEX), key) == found


@pytest.mark.parametrize("key", ["0,", " 8", "\n甲", "，", "业 "])
def test_what_divides_words_is_no_key(key: str) -> None:
    assert levels(shards.shards(INDEX), key) == {}


def test_pages_have_their_texts_and_the_names_told_of_them() -> None:
    made = shards.shards(INDEX)
    assert made["pages/0"] == {**PAGES[0], "told": ["甲区"]}
    assert made["pages/1"] == {**PAGES[1], "told": ["乙科技"]}
    assert made["index"] == {
        "path": "zones/", "keys": 1, "sounds": 1, "titles": 100, "syllables": "ji jia ke qu yi",
        "traditional": ["產業", "产业"],
    }  # fmt: skip
    assert made["titles/0"] == {"pages": [{"path": "a/", "title": "甲区"}, {"path": "b/", "title": "讲到甲区"}]}


def test_two_initials_lead_to_what_may_be_meant() -> None:
    assert shards.shards(INDEX)["sounds/0"] == {
        "=ji": [["技", "ji", 1]],
        "=jia": [["甲", "jia", 1000]],
        "=ke": [["科", "ke", 1]],
        "=qu": [["区", "qu", 1000]],
        "=yi": [["乙", "yi", 1]],
        "jq": [["甲区", "jia qu", 1000]],
        "kj": [["科技", "ke ji", 1]],
        "yk": [["乙科技", "yi ke ji", 1]],
    }


@pytest.mark.parametrize("places", [[0], [3, 4, 9], [4 * 7 + 1, 4 * 8, 4 * 4000 + 3], [4 * 10**6 + 2]])
def test_pages_are_written_short_and_read_again(places: list[int]) -> None:
    made = {"index": {"keys": 1}, "keys/0": {"键": shards.encoded(places)}}
    assert levels(made, "键") == {place // 4: place % 4 for place in places}


def large() -> dict[str, Any]:
    pages = [
        {"path": f"p{n}/", "sections": [{"id": "", "title": f"第{n}区", "text": chr(0x4E00 + n % 900) * 3 + str(n)}]}
        for n in range(2000)
    ]
    return {"pages": pages, "names": [], "traditional": ["", ""]}


def test_pieces_stay_small_however_many_pages_there_are() -> None:
    made = shards.shards(large())
    sizes = [
        len(json.dumps(piece, ensure_ascii=False).encode()) for name, piece in made.items() if name.startswith("keys/")
    ]
    assert len(sizes) > 5
    assert max(sizes) < 3 * shards.SIZE


def test_only_a_large_index_comes_in_pieces() -> None:
    assert search.pieces(INDEX) == {"index": INDEX}
    made = search.pieces(
        {**INDEX, "pages": [{**PAGES[0], "sections": [{"id": "", "title": "", "text": "文" * search.WHOLE}]}]}
    )
    assert sorted(made) == ["index", "keys/0", "pages/0", "sounds/0", "titles/0"]


def test_the_same_index_gives_the_same_pieces() -> None:
    assert json.dumps(shards.shards(large())) == json.dumps(shards.shards(large()))
