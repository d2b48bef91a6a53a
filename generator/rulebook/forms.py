"""The form of each file in `rules/`, as JSON Schema: which keys there are and what each may hold.

A key that is neither here nor named in the generator's code is misspelt: nothing reads it, and what stands
under it has no effect. A key that code reads and that must be there is an entry here.
"""

from __future__ import annotations

from typing import Any

from generator.ingest.sidecar import KEYS
from generator.model import CooperationType, EventType, OrganisationType

Form = dict[str, Any]

WORD: Form = {"type": "string", "minLength": 1}
WORDS: Form = {"type": "array", "items": WORD, "uniqueItems": True}
PATTERN: Form = WORD | {"format": "regex"}
PATTERNS: Form = {"type": "array", "items": PATTERN, "uniqueItems": True}
SPACED: Form = {"type": "string", "minLength": 1}
"""Words with a space between them, or single characters."""
NUMBER: Form = {"type": "number"}
WHOLE: Form = {"type": "integer"}
PAIR: Form = {"type": "array", "items": WHOLE, "minItems": 2, "maxItems": 2}
SIGNS = ("=", "~", ">", "<")
LEVELS = (
    "国家级新区",
    "国家高新区",
    "国家高新区分园",
    "国家级经开区",
    "原国家级经开区",
    "省级高新区",
    "国家自主创新示范区",
)
SECTIONS = "ABCDEFGHIJKLMNOPQRS"
"""The sections of GB/T 4754-2017."""
UNIT: Form = {
    "type": ["number", "object"],
    "properties": {"factor": NUMBER, "as": WORD, "not": WORDS, "only": WORDS, "needs_scale": {"type": "boolean"}},
    "required": ["factor"],
    "additionalProperties": False,
}
METADATA = [*(key for key in KEYS if key not in ("title", "exclude")), "none"]


def closed(**properties: Form) -> Form:
    """A mapping that has all of these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def lists(names: str) -> dict[str, Form]:
    """Lists of words under these names."""
    return dict.fromkeys(names.split(), WORDS)


def texts(names: str) -> dict[str, Form]:
    """Texts of several words or characters under these names."""
    return dict.fromkeys(names.split(), SPACED)


def by_key(value: Form, keys: Any = None) -> Form:
    """A mapping from any word, or from one of `keys`, to such values."""
    form: Form = {"type": "object", "additionalProperties": value}
    return form | {"propertyNames": {"enum": [str(key) for key in keys]}} if keys else form


def optional(form: Form, *keys: str) -> Form:
    """A mapping in which these keys may be left out."""
    return form | {"required": [key for key in form["required"] if key not in keys]}


ZONE = closed(
    name=WORD,
    full=WORD,
    aliases=WORDS,
    former=WORDS,
    province=WORD,
    city=WORD,
    level={"enum": list(LEVELS)},
    slug={"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
)
INDUSTRIES = {"type": "array", "items": WORD, "uniqueItems": True}
GROUP = closed(group=WORD, none=INDUSTRIES, **dict.fromkeys(SECTIONS, INDUSTRIES))
TOPIC = closed(name=WORD, id={"type": "string", "pattern": "^[a-z]+$"}, words=WORDS)

INDICATOR = closed(topic=WORD, family={"type": "string"}, synonyms=WORDS, not_with=WORDS)

FORMS: dict[str, Form] = {
    "attribution": closed(
        thing=by_key({"type": "array", "items": {"enum": [*OrganisationType, "项目"]}}),
        **texts("objects zone place around own inside openers places intro area officials managers"),
    ),
    "cooperation": closed(
        types=by_key(WORDS, CooperationType),
        **lists(
            "signed worked joining entering handed not_handed entrusting entrusted visitors settled run visited "
            "ends nobody outside zone_words offices own planned built together done_together in_names whole_names "
            "teaming bringing labels weak_ends common academic residents partners put helping opened support "
            "leaders leading arriving serving spots works helped"
        ),
    ),
    "cues": closed(
        change=closed(**lists("up down near after")),
        target=closed(**lists("words not_before not_after end")),
        duration=closed(**lists("used since lasting nouns")),
        **lists(
            "prefix nominal hold light possessors outside trailing leading wider reach zones_as_peers heads relational "
            "announcing generic classes static flow rise_to ranks states"
        ),
    ),
    "events": closed(
        types=by_key(WORDS, EventType),
        objects=by_key(by_key(PATTERN), EventType),
        **lists(
            "nouns noun_after ends not_before since disposals when jointly scenes planned tellers things outside "
            "zone_words inner_words occasions openers adverbs list_verbs listed"
        ),
    ),
    "furniture": closed(
        lines=PATTERNS,
        captions=PATTERNS,
        headings=closed(marked=PATTERNS, **lists("subtitle_endings zone_endings provinces")),
        **lists("caption_names title_tails"),
    ),
    "honours": closed(
        labels=PATTERNS,
        held=PATTERNS,
        **lists(
            "strong_verbs weak_verbs after_verb nouns marks plain_awards tails qualities publish_verbs listings listed "
            "scopes firsts counters first_stops hopes rank_verbs rank_fill measures bare_measures bare_ranks together "
            "ministries bare_awards held_verbs"
        ),
    ),
    "identity": closed(
        **lists(
            "levels kinds becomes hopes founded founded_at approved_fields founded_fields place_fields called "
            "called_end positions scoped_positions position_scopes position_verbs not_positions"
        )
    ),
    "indicators": closed(
        indicators=by_key(closed(topic=WORD, family={"type": "string"}, synonyms=WORDS, not_with=WORDS))
    ),
    "industries": closed(
        groups={"type": "array", "items": optional(GROUP, "none", *SECTIONS)},
        **dict.fromkeys(
            [
                "told_behind",
                "told_before",
                "told_around",
                "told_of_topics",
                "no_topics",
                "no_list_before",
                "no_list_behind",
            ],
            PATTERNS,
        ),
        **lists(
            "endings not_industries in_lists heads strong_heads classes known_heads taken taken_for with_roles "
            "pictures labels things modifiers tails"
        ),
    ),
    "metadata": closed(
        labels=closed(**dict.fromkeys(METADATA, WORDS)),
        controls=PATTERNS,
        issues=PATTERNS,
        **lists("bylines byline_prefixes publisher_endings page_dates"),
    ),
    "numbers": closed(
        before=by_key(WORDS, SIGNS),
        inside=by_key(WORDS, SIGNS),
        after=by_key(WORDS, SIGNS),
        halves=by_key(WORDS, SIGNS),
        not_after=by_key(WORD),
        split_units=by_key(WORD),
        rank_before=WORD,
        rank_before_not=WORD,
        **lists(
            "after_words before_round_only trailing_more_units unitless refused_before range_marks from_words "
            "list_marks"
        ),
    ),
    "organisations": closed(
        suffixes=by_key(WORDS, OrganisationType),
        heads=by_key(WORDS, OrganisationType),
        firm_cues=PATTERNS,
        **lists(
            "not_ends generic inner leading stops appositions companions known ambiguous alone short_ends "
            "standing_ends products needs_proper cut_inside after_cut abroad"
        ),
    ),
    "organisations_there": closed(
        **lists("own_offices outside_ends ministries title_before title_behind with deals here at_large within")
    ),
    "periods": closed(
        **dict.fromkeys(["years", "told_years", "months", "days"], by_key(WHOLE)),
        **dict.fromkeys(["parts", "plans"], by_key(PAIR)),
        **dict.fromkeys(["not_after", "not_before", "eras"], by_key(WORD)),
        **lists("alone told_days told_months told happened now gathered edges festivals until by since past future"),
    ),
    "persons": closed(name_ends=WORD, **lists("titles outsiders leaders verbs before companies zones")),
    "pinyin": closed(words=by_key({"type": "string", "pattern": "^[a-z]+( [a-z]+)*$"}), reserved=WORDS),
    "places": by_key({"type": "array", "items": WORD, "minItems": 2, "maxItems": 2}),
    "precision": by_key(PAIR),
    "presentation": closed(
        topics={"type": "array", "items": TOPIC},
        headline_limit=WHOLE,
        same_words=by_key({"type": "string"}),
        districts=by_key(WORD),
        **lists("order headline derived scopes"),
    ),
    "script": by_key(closed(**lists("before after kept"))),
    "surnames": closed(single=WORD, double=WORDS),
    "units": closed(
        scales=by_key({"type": "array", "minItems": 2, "maxItems": 2}),
        magnitudes=by_key(NUMBER),
        default_unit=by_key(WORD),
        families=by_key(closed(base={"type": "string"}, units=by_key(UNIT))),
    ),
    "words": closed(**lists("n vn v d")),
    "zone_forms": closed(
        short=by_key(WORD),
        **texts("general openers verbs not_bare"),
        **lists("strong weak slogan bare"),
    ),
    "zones": {
        "type": "array",
        "items": optional(ZONE, "full", "aliases", "former", "province", "city", "level", "slug"),
    },
}
