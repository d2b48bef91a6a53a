"""Sites of firms, by the place that they stand at: 佳沃特科技|临海|基地, 迈科瑞生物|长清|工厂."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.names.places import places
from generator.reading import Mention

SITE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,4}?)(?:超级|生产|制造)?(?:基地|工厂|总部)(?!项目|建设)")


def with_sites(text: str, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names, a firm's with the place and the word for its site where these stand right behind it."""
    return tuple(_with_site(text, names, index) for index in range(len(names)))


def _with_site(text: str, names: Sequence[Mention], index: int) -> Mention:
    firm = names[index]
    site = SITE.match(text, firm.end) if firm.type == "企业" else None
    after = names[index + 1].start if index + 1 < len(names) else len(text)
    if not site or site["place"] not in places() or site.end() > after:
        return firm
    return replace(firm, end=site.end(), name=text[firm.start : site.end()])
