"""The search index in pieces, for archives whose index in one file would be too much to load at a first query.

What `search.index` knows is laid out so that a query loads only what it needs: `keys/` holds, for every
character and every two characters beside each other, the pages that they stand on; `sounds/` what two
initials may begin of a name; `pages/` the text of each page by itself; `titles/` what many pages are
called. `docs/assets/search/shards.js` reads them.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add
from typing import Any

from generator.site.names import HAN_CHARACTERS, folded

SIZE = 8_000
"""Bytes of a piece, about."""
LEVELS = 4
"""How a key stands on a page: 0 in its text, 1 often, 2 in a heading or a name told of, 3 in its own name."""
OFTEN = 4
SYLLABLES = 8
"""Characters of a name, from any of them on, that pinyin is compared with."""
LIST = "zones/"
"""The page that leads on where a query finds more than is shown."""
OWN_NAME = 1000
"""What a zone's own name counts beside other names when pinyin may mean several."""
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TITLES = 100
"""Pages whose names are in one piece."""
DIVIDES = re.compile(r"[\s、。;:!?《》“”\"(),·]")
"""Characters that no word of a query is looked up by; the same as in shards.js."""
SET = re.compile(
    rf"(?<=[{HAN_CHARACTERS}])\s+(?=[a-z\d])|(?<=[a-z\d%])\s+(?=[{HAN_CHARACTERS}])|(?<=\d),(?=\d{{3}}(?!\d))"
)
LATIN = re.compile(r"[a-z]")


def shards(index: Mapping[str, Any]) -> dict[str, Any]:
    """An index as `search.index` makes it, as pieces by their names below the folder of the search.

    `index` names how many pieces there are of each sort; it is what is loaded first.
    """
    simplify = str.maketrans(*index["traditional"])
    told: dict[int, list[str]] = defaultdict(list)
    for name, _, numbers in index["names"]:
        for number in numbers:
            told[number].append(name)
    pages = [
        {**page, "told": told[number]}
        for number, page in sorted(enumerate(index["pages"]), key=lambda item: _rank(item[1]))
    ]
    keys = _buckets(_postings(pages, simplify))
    own = {name for page in pages for name in page.get("names", ())}
    sounds = _buckets(_sounds(index["names"], own))
    syllables = sorted(
        {syllable for _, sound, _ in index["names"] for syllable in sound.split() if LATIN.match(syllable)}
    )
    return {
        "index": {
            "path": LIST,
            "keys": len(keys),
            "sounds": len(sounds),
            "titles": TITLES,
            "syllables": " ".join(syllables),
            "traditional": index["traditional"],
        },
        **{f"keys/{number}": piece for number, piece in enumerate(keys)},
        **{f"sounds/{number}": piece for number, piece in enumerate(sounds)},
        **{f"pages/{number}": page for number, page in enumerate(pages)},
        **{f"titles/{number}": piece for number, piece in enumerate(_titles(pages))},
    }


def _titles(pages: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Address and name of each page, many in a piece."""
    for start in range(0, len(pages), TITLES):
        some = pages[start : start + TITLES]
        yield {"pages": [{"path": page["path"], "title": page["sections"][0]["title"]} for page in some]}


def _rank(page: Mapping[str, Any]) -> tuple[float, int, str]:
    """Pages that are worth most first, those with short names before those with long ones."""
    names = page.get("names") or [page["sections"][0]["title"]]
    return -page.get("boost", 1.0), min(map(len, names)), page["path"]


def fold(text: str, simplify: Mapping[int, int]) -> str:
    """A text as the engine compares it (text.js)."""
    return SET.sub("", folded(text).translate(simplify))


def keys_of(text: str) -> Iterable[str]:
    """What a folded text is found by: its characters, and each two beside each other."""
    yield from text
    yield from map(add, text, text[1:])


def _postings(pages: Iterable[Mapping[str, Any]], simplify: Mapping[int, int]) -> Iterator[tuple[str, str]]:
    """Each key with the pages that it stands on, encoded."""
    found: dict[str, array[int]] = {}
    for number, page in enumerate(pages):
        levels = _levels(page, simplify)
        base = number * LEVELS
        for key, level in levels.items():
            places = found.get(key)
            if places is None:
                places = found[key] = array("I")
            places.append(base + level)
    for key in sorted(found):
        if not DIVIDES.search(key):
            yield key, encoded(found[key])


def _levels(page: Mapping[str, Any], simplify: Mapping[int, int]) -> dict[str, int]:
    sections = page["sections"]
    body = Counter(keys_of(fold("\n".join(section["text"] for section in sections), simplify)))
    levels = {key: int(count >= OFTEN) for key, count in body.items()}
    heads = "\n".join([*(section["title"] for section in sections), *page["told"]])
    levels |= dict.fromkeys(keys_of(fold(heads, simplify)), 2)
    own = "\n".join([sections[0]["title"], *page.get("names", ())])
    return levels | dict.fromkeys(keys_of(fold(own, simplify)), 3)


def encoded(places: Sequence[int]) -> str:
    """Pages with levels (page * LEVELS + level, ascending by page) as text: differences, five bits a character."""
    before, parts = 0, []
    for place in places:
        page, level = divmod(place, LEVELS)
        parts.append(_digits((page - before) * LEVELS + level))
        before = page
    return "".join(parts)


def _digits(value: int) -> str:
    """A number, its lowest bits first; all characters but the last are of the second half of the alphabet."""
    if value < len(_SMALL):
        return _SMALL[value]
    return DIGITS[32 + (value & 31)] + _digits(value >> 5)


_SMALL: list[str] = list(DIGITS[:32])
_SMALL += [DIGITS[32 + (value & 31)] + _digits(value >> 5) for value in range(32, 1024)]


def _sounds(names: Iterable[Sequence[Any]], own: set[str]) -> Iterator[tuple[str, list[list[Any]]]]:
    """What stands for two initials, and for one whole syllable: texts with their pinyin and how much names say them."""
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for name, sound, pages in names:
        characters, syllables = list(name), sound.split(" ")
        weight = OWN_NAME if name in own else len(pages)
        for at, syllable in enumerate(syllables):
            if not LATIN.match(syllable):
                continue
            found[f"={syllable}"][characters[at], syllable] += weight
            if at + 1 < len(syllables):
                text, said = "".join(characters[at : at + SYLLABLES]), " ".join(syllables[at : at + SYLLABLES])
                found[syllable[0] + syllables[at + 1][0]][text, said] += weight
    for key in sorted(found):
        yield key, [[text, said, count] for (text, said), count in sorted(found[key].items(), key=_heaviest)]


def _heaviest(item: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -item[1], item[0]


def _buckets(entries: Iterable[tuple[str, Any]]) -> list[dict[str, Any]]:
    """Entries divided by their keys' sums into pieces of about SIZE bytes."""
    known = list(entries)
    size = sum(8 + _weight(key) + _weight(value) for key, value in known)
    pieces: list[dict[str, Any]] = [{} for _ in range(max(1, -(-size // SIZE)))]
    for key, value in known:
        pieces[bucket(key, len(pieces))][key] = value
    return pieces


def _weight(value: Any) -> int:
    """About how many bytes a value takes in JSON."""
    return len(value.encode()) if isinstance(value, str) else sum(8 + 2 * len(str(part)) for part in value)


def bucket(key: str, pieces: int) -> int:
    """The piece that a key is in: FNV-1a over its UTF-16 units, as in shards.js."""
    value = 0x811C9DC5
    units = key.encode("utf-16-le", "surrogatepass")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = (value ^ (low | high << 8)) * 0x01000193 & 0xFFFFFFFF
    return value % pieces
