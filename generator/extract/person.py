"""Facts of the kind person: who speaks or is in charge, with title and organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator import rules
from generator.extract.person_words import (
    BLANKS,
    before_pattern,
    long_name_pattern,
    name_alone_pattern,
    name_comma_pattern,
    name_pattern,
    speech_pattern,
    title_end_pattern,
    title_pattern,
    titled_gate,
    titles,
)
from generator.gates import gated
from generator.model import Owner, Person
from generator.names.lexicon import zone_form
from generator.names.places import places
from generator.reading import Context, Draft, Sentence
from generator.words import known, words

LONGEST_ROLE = 50
LONGEST_EVIDENCE = 70
LOOK_AHEAD = 8
MARKS = "，。；：！？!?;:“”‘’《》【】■◆△—|\n\t 　"
MODIFIERS = r"(?:兼|常务|执行|第一)?副?(?:常务|执行)?"
HOLDING = gated(
    r"(?P<he>[他她]的?(?:职务|身份)是|[他她](?:现任|时任|担任))|[，,](?:现任|时任|现为|现担任|身份是|职务是|是)"
)
"""What stands between a name and what the person is."""
LONGEST_HOLDING = 30
OFFICE = re.compile(r"(?:党工委|管委会|工委|党委|纪工委|管理委员会)")
LINE_END = re.compile(r"[，。；！？]$")


def find(context: Context) -> Iterator[Draft]:
    """The persons of an article, once each and zone, where they are first introduced."""
    told: set[tuple[str, str]] = set()
    for number, sentence in enumerate(context.sentences):
        for draft in _introduced(context, number, sentence):
            content = draft.content
            assert isinstance(content, Person)  # noqa: S101
            key = (draft.owner.zone, content.name)
            if key not in told:
                told.add(key)
                yield draft


def _introduced(context: Context, number: int, sentence: Sentence) -> Iterator[Draft]:
    text, last, before = sentence.text, 0, ""
    if not titled_gate().opens(text):
        return
    for title in title_pattern().finditer(text):
        begin = title.end() + (text[title.end()] in BLANKS)
        name = _name_at(text, begin)
        if name:
            start = _role_start(text, title.start(), last)
            for draft in _draft(context, number, (start, title.end()), (begin, name), "person.title-name"):
                yield _with_organisation(draft, before)
                yield from _sharing(context, number, (start, title.end()), name)
            before, last = text[start : title.end()], name
    yield from _after_name(context, number, sentence)
    yield from _two_lines(context, number, sentence)
    yield from _holding(context, number, sentence)


def _draft(context: Context, number: int, span: tuple[int, int], name: tuple[int, int], rule: str) -> Iterator[Draft]:
    sentence, (start, end) = context.sentences[number], span
    owner = _zone_of_role(sentence, start, end) or sentence.owner(name[0])
    role = _full_role(context, number, start, end, owner)
    person = sentence.text[name[0] : name[1]]
    if owner and role and person not in rules.load("persons")["leaders"]:
        first = max(min(start, name[0]), max(end, name[1]) - LONGEST_EVIDENCE)
        evidence = (min(first, name[0]), max(end, name[1]))
        yield Draft(
            content=Person(name=person, role=role),
            owner=owner,
            sentence=sentence,
            evidence=evidence,
            anchor=name,
            rule=rule,
        )


def _zone_of_role(sentence: Sentence, start: int, end: int) -> Owner | None:
    """The zone whose office this is, whomever the sentence is about: 甲新区管委会主任 at a meeting of another zone."""
    named = [zone for zone in sentence.zones if start <= zone.start and zone.end <= end]
    office = named and OFFICE.match(sentence.text, named[-1].end, end)
    return Owner(named[-1].name) if office else None


def _tagged_name(text: str, start: int) -> int:
    """Where a name ends that no verb of ours follows, but that the segmenter takes for one (伍权权长舒一口气)."""
    first = words(text[start : start + LOOK_AHEAD])[:1]
    is_name = first and first[0].tag == "nr" and name_alone_pattern().fullmatch(first[0].text)
    if is_name and zone_form().search(first[0].text):
        return 0
    return start + first[0].end if is_name else 0


def _sharing(context: Context, number: int, role: tuple[int, int], end: int) -> Iterator[Draft]:
    """Those who share the role of the one before them: 副主任张成、武振宇."""
    text = context.sentences[number].text
    while text[end : end + 1] == "、" and (name := _name_at(text, end + 1)):
        yield from _draft(context, number, role, (end + 1, name), "person.title-name")
        end = name


def _with_organisation(draft: Draft, before: str) -> Draft:
    """A role that is a title alone takes the organisation of the one before it: 崇川区区长…、副区长…."""
    content = draft.content
    assert isinstance(content, Person)  # noqa: S101
    whole = re.fullmatch(f"{MODIFIERS}(?:{titles()})", content.role)
    organisation = re.sub(f"{MODIFIERS}(?:{titles()})$", "", before.rpartition("、")[2])
    if not whole or not organisation:
        return draft
    return replace(draft, content=replace(content, role=organisation + content.role))


def _name_at(text: str, start: int) -> int:
    """Where the name that begins here ends: a surname, one or two characters, and what may follow; 0 for no name."""
    match = long_name_pattern().match(text, start) or name_pattern().match(text, start)
    if not match:
        return _tagged_name(text, start)
    name = match["name"]
    if zone_form().search(name):
        return 0
    common = (
        len(name) == 2
        and known(name)
        and words(name)[0].tag[:2] != "nr"
        and not speech_pattern().match(text, match.end())
    )
    return 0 if common else match.end("name")


def _role_start(text: str, title: int, after: int) -> int:
    """Where the role that this title ends begins: after a mark, or before the other titles of the same person."""
    start = at = title
    lowest = max(after, title - LONGEST_ROLE)
    while at > lowest:
        mark = text[at - 1]
        if mark in MARKS or (mark == "、" and not title_end_pattern().search(text, max(0, at - 12), at - 1)):
            break
        at -= 1
        start = at
    before = before_pattern().match(text, start, title)
    while before and not any(text[start : start + size] in places() for size in (2, 3, 4)):
        start = before.end()
        before = before_pattern().match(text, start, title)
    return start


def _full_role(context: Context, number: int, start: int, end: int, owner: Owner | None) -> str:
    """The role, with the organisation's name where the text says 公司 or 管委会 alone; empty for an outsider."""
    role = context.sentences[number].text[start:end]
    data = rules.load("persons")
    if any(word in role for word in data["outsiders"]) or not owner:
        return ""
    for word in sorted(data["companies"], key=len, reverse=True):
        if role.startswith(word) and not role.startswith(word + "有限"):
            return (_company_before(context, number, start) or word) + role[len(word) :]
    if any(role.startswith(word) for word in data["zones"]):
        bare = re.sub(r"^(?:该区|全区|园区|高新区|开发区|经开区|新区)", "", role)
        return owner.zone + bare
    return role


def _company_before(context: Context, number: int, start: int) -> str:
    """The company named last before this place, in this sentence or the few before it."""
    for back in range(number, max(-1, number - 4), -1):
        sentence = context.sentences[back]
        limit = start if back == number else len(sentence.text)
        for mention in reversed(sentence.names):
            if mention.end <= limit and mention.type == "企业":
                return context.fullest.get(mention.name, mention.name)
    return ""


def _after_name(context: Context, number: int, sentence: Sentence) -> Iterator[Draft]:
    """王明，某公司董事长，…: the name first, the role after a comma."""
    for match in name_comma_pattern().finditer(sentence.text):
        title = _clause_title(sentence.text, match.end())
        if title:
            yield from _draft(context, number, (match.end(), title), match.span("name"), "person.name-title")


def _clause_title(text: str, start: int) -> int:
    stop = re.compile(r"[，。；)\n]|$").search(text, start, start + LONGEST_ROLE)
    if stop and title_end_pattern().search(text, max(start, stop.start() - 12), stop.start()):
        return stop.start() if stop.start() - start > 3 else 0
    return 0


def _holding(context: Context, number: int, sentence: Sentence) -> Iterator[Draft]:
    """王明来自甲市，现任乙高新区管委会副主任: the name first, then what the person is; 王明…。他的职务是…."""
    for held in HOLDING.finditer(sentence.text):
        title = _clause_title(sentence.text, held.end())
        if not title:
            continue
        for back in (number, number - 1):
            one = context.sentences[back] if back >= 0 else sentence
            limit = held.start() if back == number else len(one.text)
            name = _named_last(one.text, limit)
            if name and back == number:
                yield from _draft(context, number, (held.end(), title), name, "person.name-title")
                break
            if name and held["he"] and one.paragraph == sentence.paragraph:
                role = _full_role(context, number, held.end(), title, one.owner(name[0]))
                owner = _zone_of_role(sentence, held.end(), title) or one.owner(name[0])
                if role and owner:
                    content = Person(name=one.text[slice(*name)], role=role)
                    yield Draft(
                        content=content, owner=owner, sentence=one, evidence=name, anchor=name, rule="person.name-title"
                    )
                break


def _named_last(text: str, limit: int) -> tuple[int, int] | None:
    """The last person's name before this place, by the segmenter: 李明远, or a surname and a word: 陆|明远."""
    start = max(0, limit - LONGEST_HOLDING)
    tagged = words(text[start:limit])
    for at in range(len(tagged) - 1, -1, -1):
        word = tagged[at]
        if word.tag != "nr":
            continue
        if name_alone_pattern().fullmatch(word.text):
            return start + word.start, start + word.end
        given = tagged[at + 1] if at + 1 < len(tagged) else None
        if given and given.tag[:1] not in "xpucmqv" and name_alone_pattern().fullmatch(word.text + given.text):
            return start + word.start, start + given.end
    return None


def _two_lines(context: Context, number: int, sentence: Sentence) -> Iterator[Draft]:
    """A caption of two lines: the role, and under it the name alone."""
    if number + 1 >= len(context.sentences) or len(sentence.text) > LONGEST_ROLE:
        return
    below = context.sentences[number + 1]
    if below.paragraph == sentence.paragraph or not name_alone_pattern().fullmatch(below.text):
        return
    if not title_end_pattern().search(sentence.text):
        return
    owner = below.owner(0) or sentence.owner(0)
    role = _full_role(context, number, 0, len(sentence.text), owner)
    if owner and role:
        span = (0, len(below.text))
        yield Draft(
            content=Person(name=below.text, role=role),
            owner=owner,
            sentence=below,
            evidence=span,
            anchor=span,
            rule="person.lines",
        )
