"""A zone in the vocabulary of schema.org, for programs that read the page."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from generator.model import Attribute, Metric
from generator.pages.profile import Profile
from generator.pages.rows import Row
from generator.pages.site import Site

_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def linked(site: Site, shown: Profile, description: str) -> Markup:
    """The zone as a Place with its key figures, and its page as a Dataset; JSON that can stand in a script element."""
    zone = shown.zone
    page = f"{site.settings.base}zones/{zone.slug}/"
    known = {group.name: group.rows[0].what for group in shown.identity}
    address = {"addressRegion": known.get(Attribute.PROVINCE.value), "addressLocality": known.get(Attribute.CITY.value)}
    place: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place",
        "@id": f"{page}#zone",
        "name": zone.name,
        "alternateName": list(zone.aliases),
        "address": {"@type": "PostalAddress", "addressCountry": "CN", **{k: v for k, v in address.items() if v}},
        "additionalProperty": [_property(page, row) for row in shown.headline],
        "subjectOf": {
            "@type": "Dataset",
            "name": f"{zone.name}：事实与出处",
            "description": description,
            "url": page,
            "inLanguage": "zh-CN",
            "includedInDataCatalog": {"@type": "DataCatalog", "name": site.settings.name},
        },
    }
    return Markup(json.dumps(place, ensure_ascii=False).translate(_ESCAPES))  # noqa: S704


def _property(page: str, row: Row) -> dict[str, Any]:
    metric = row.content
    if not isinstance(metric, Metric):
        return {}
    low, high = metric.value if isinstance(metric.value, tuple) else (metric.value, None)
    value = {"value": low} if high is None else {"minValue": low, "maxValue": high}
    return {
        "@type": "PropertyValue",
        "name": metric.indicator,
        **value,
        "unitText": metric.unit,
        "description": row.text,
        "url": f"{page}#{row.id}",
    }
