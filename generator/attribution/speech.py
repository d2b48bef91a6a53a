"""Who speaks: “我们去年搬进新厂房。”某某公司总经理李明说。The quotation is about the speaker's organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.gates import gated
from generator.reading import Mention, Sentence

SPEAKER = gated(
    r"(?P<title>[^，。；：！？“”]{0,24}?)(?P<name>[㐀-鿿]{2,3})"
    r"(?:在[^，。“”]{2,20})?(?:介绍|表示|认为|指出|坦言|透露|谈到|告诉|说)"
)
OWN = re.compile(r"我们|我公司|本公司|我司|公司|企业|我们企业")
LONGEST_TITLE = 16
"""Characters between the end of an organisation's name and the speaker's."""


def speaker(sentence: Sentence, people: dict[str, Mention]) -> Mention | None:
    """The organisation of the one whose words end, or begin, in this sentence; `people` are those known so far.

    A speaker that is met with title and organisation is added to `people`.
    """
    after = sentence.text.rfind("”") + 1
    match = SPEAKER.match(sentence.text, after)
    if not match:
        return None
    name = match["name"]
    for mention in sentence.names:
        if after <= mention.start and 0 <= match.start("name") - mention.end <= LONGEST_TITLE:
            people[name] = people[name[-2:]] = mention
            return mention
    return people.get(name) or people.get(name[-2:])


def quoting(sentences: Sequence[Sentence], people: dict[str, Mention]) -> dict[int, Mention]:
    """For each sentence of a paragraph's quotation in which someone speaks of 我们: the speaker's organisation."""
    found: dict[int, Mention] = {}
    opened: int | None = None
    for number, sentence in enumerate(sentences):
        if opened is None and sentence.text.startswith("“"):
            opened = number
        mention = speaker(sentence, people)
        if mention and opened is not None:
            if any(OWN.search(one.text) for one in sentences[opened : number + 1]):
                found |= dict.fromkeys(range(opened, number + 1), mention)
            opened = None
    return found
