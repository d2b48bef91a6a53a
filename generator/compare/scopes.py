"""What a figure covers: words of scope in its indicator, and a city district that is run together with the zone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator import rules
from generator.model import Named


def all_scopes() -> tuple[str, ...]:
    """The words of scope (规上, 新增, 人均 …) in the order of the rules."""
    return tuple(rules.load("presentation")["scopes"])


@cache
def scopes(indicator: str) -> tuple[str, ...]:
    """The words of scope that an indicator bears, 规模以上 read as 规上, in the order of the rules."""
    name = indicator
    for written, spoken in rules.load("presentation")["same_words"].items():
        name = name.replace(written, spoken)
    return tuple(word for word in all_scopes() if word in name)


def district(zone: Named) -> str:
    """The city district that is run together with a zone, whose figures may be the whole district's; empty for none."""
    known: dict[str, str] = rules.load("presentation")["districts"]
    return next((known[name] for name in (zone.name, *zone.aliases) if name in known), "")


def district_warning(zones: Iterable[Named]) -> str:
    """What to beware of where zones with such a district stand beside zones without; empty where all are alike."""
    each = {zone.name: district(zone) for zone in zones}
    if not any(each.values()) or all(each.values()):
        return ""
    told = "、".join(f"{name}与{place}" for name, place in sorted(each.items()) if place)
    return f"区域范围可能不同：{told}合署，所报的数可能是全区的"
