from __future__ import annotations

from dataclasses import fields, replace

import pytest

from generator.model import Action, Archive, Override, Published
from generator.pages import render
from generator.pages.escape import visible
from tests.pages.small_archive import Seen, archive, built, north_facts
from tests.pages.test_escape import HOSTILE, squeezed


def poisoned(text: str) -> Archive:
    """The small archive with this text in every field that holds text of a source or of a person."""
    clean = archive()
    zone = clean.zones[0]
    facts = []
    for item in north_facts():
        changes = {field.name: text for field in fields(item.content) if type(getattr(item.content, field.name)) is str}
        if hasattr(item.content, "partners"):
            changes["partners"] = (text,)
        override = Override(fact=item.id, action=Action.CONFIRM, reason=text, by=text, date=text, file="x", line=1)
        content = replace(item.content, **changes)
        owner = replace(item.owner, subject=text if item.owner.subject else "")
        fact = replace(item, content=content, owner=owner, sentence=f"前{text}后", evidence=text)
        facts.append(Published(fact=fact, override=override, machine=item, why=text))
    article = replace(clean.articles[0], title=text, publisher=text, author=text, url=text, date=text)
    hostile = replace(zone, name=text, aliases=(text,), facts=tuple(facts))
    return Archive(zones=(hostile, clean.zones[1]), articles=(article, clean.articles[1]))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_field_makes_markup(text: str) -> None:
    calm, pages = render(poisoned("寻常的字")), render(poisoned(text))
    assert set(pages) == set(calm)
    for path in pages:
        seen = Seen(built(pages[path]))
        assert seen.open == []
        assert set(seen.elements) <= set(Seen(built(calm[path])).elements) | {"i"}, path
        assert not {name for name in seen.attributes if name.startswith("on")}
        assert not [link for link in seen.links if link.partition(":")[0] in ("javascript", "data")]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_text_is_shown_as_it_stands(text: str) -> None:
    pages = render(poisoned(text))
    for path in ("index.md", "zones/beiyuan-gaoxinqu.md", "sources/north.md", "names.md", "compare/timeline.md"):
        assert squeezed(visible(text)) in squeezed(Seen(built(pages[path])).text), path
