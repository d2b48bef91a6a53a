"""Titles of events: who did what, in at most 30 characters."""

from __future__ import annotations

from generator.extract.event_words import ADVERB, COUNTED, FIRM, NO_SUBJECT, OPENER, ZONE_WORD
from generator.reading import Sentence

TITLE_LIMIT = 30
SUBJECT_LIMIT = 16
OBJECT_LIMIT = 18
SHORTEST = 4


def subject_of(sentence: Sentence, start: int, end: int) -> str:
    """Who acts, from the stretch of a clause before its verb; empty where nobody is named.

    Times in it are left out, and so are openers, adverbs and what describes the name.
    """
    words = without_times(sentence, start, end)
    opener = OPENER.match(words)
    words = words[opener.end() :] if opener else words
    while True:
        shorter = ADVERB.sub("", words.rstrip("的 、于在"))
        if shorter == words:
            break
        words = shorter
    head, _, name = words.rpartition("的")
    if head and len(words) > SUBJECT_LIMIT and len(name) > 1 and not NO_SUBJECT.match(name):
        words = name
    words = COUNTED.sub("", words) if len(words) > SUBJECT_LIMIT else words
    words = words.rpartition("——")[2]
    return named(sentence, words).strip("“”\"、（）() ") if words.count("“") != words.count("”") else named(sentence, words)


def without_times(sentence: Sentence, start: int, end: int) -> str:
    """A stretch of the sentence without the times in it."""
    text, kept, at = sentence.text, [], start
    for mention in sentence.periods:
        if start <= mention.start and mention.end <= end:
            kept.append(text[at : mention.start])
            at = mention.end
    kept.append(text[at:end])
    return "".join(part.rstrip("于在自从至到") if number < len(kept) - 1 else part for number, part in enumerate(kept))


def named(sentence: Sentence, words: str) -> str:
    """The words with the zones in them by their canonical names and firms by their short ones."""
    for zone in sentence.zones:
        words = words.replace(sentence.text[zone.start : zone.end], zone.name, 1)
    return FIRM.sub("", words)


def object_of(sentence: Sentence, start: int, end: int) -> str:
    """What was done, from the verb to the clause's end, without times and with the object cut to its core."""
    words = named(sentence, without_times(sentence, start, end).replace("了", "", 1))
    head, _, core = words.rpartition("的")
    if head and len(words) > OBJECT_LIMIT and len(core) > 1:
        verb = words[:2]
        words = verb + core
    return words.rstrip("的、 ")


def whole(subject: str, zone: str, last: str, rest: str) -> str:
    """The title from its parts: `zone` (or what the fact is about) stands in for a subject that is no name."""
    if ZONE_WORD.search(subject):
        subject = ZONE_WORD.sub(last if subject.startswith("该") and last else zone, subject, count=1)
    elif NO_SUBJECT.match(subject):
        subject = (last or zone) + subject
    title = subject + rest
    if len(title) > TITLE_LIMIT:
        title = title[: TITLE_LIMIT]
    return title.strip("，、 ")
