"""Titles of events: who did what, in at most 30 characters."""

from __future__ import annotations

import re

from generator.extract.event_words import (
    ADVERB,
    ANAPHOR,
    COUNTED,
    FIRM,
    INNER_WORD,
    MEETING,
    NO_SUBJECT,
    OPENER,
    OUTSIDE,
    ZONE_WORD,
    verb_type,
)
from generator.model import EventType
from generator.reading import Sentence

TITLE_LIMIT = 30
SUBJECT_LIMIT = 16
LONG_SUBJECT = 22
OBJECT_LIMIT = 18
SIGNED_LIMIT = 12
"""Characters of the end of a signed paper's name that a title holds."""
WITH = re.compile(r"(?:与|和|同|携手|会同)[^，。]{3,40}?(?=共同|联合|合作|签|$)")
PLACE = re.compile(r"(?<=.{3})[在于][^，。]{2,20}$")
SINCE_TAIL = re.compile(r"(?<=.{4})(?:以来|至今).*|的(?:这[片座个块家]|该)(?:园区|新区|开发区|高新区|经开区)$")
FOUNDED = re.compile(r"(?P<verb>成立|设立|组建)(?P<what>[^，。]{4,})")
APPROVED_BY = re.compile(
    r"^(?P<what>.*?)(?:则|是|系)?[由经](?P<who>国务院|[^，。由经]{1,12}?(?:政府|部|委|厅|局|省|市))(?:正式)?$"
)
"""Who approved it, before a verb that ends its clause: 某高新区由国务院批准."""
MADE_BY = re.compile(r"^(?P<what>[^，。]{3,24}?)(?:则|也)?(?:是|系|由){1,2}(?P<who>[^，。由系]{3,24})$")
"""Who founded it, before a verb that ends its clause: 某研究院系甲大学与乙区合办."""
BARE_FOUNDINGS = ("合办", "合建", "联办", "兴办", "创办", "开办", "设立", "组建", "创建", "创立", "创设", "成立")
DISPOSED_OF = re.compile(
    r"^(?P<who>[^，。]{2,16}?)(?P<mark>[将把])原?(?P<first>[^，。、]{2,16})、[^，。]{2,60}?(?:进行|予以|加以|全面|统一|整体|一并|正式){0,3}$"
)
"""A list of things with which something is done."""
SEVERAL = re.compile(
    r"(?P<join>[与和同跟]|携手)(?P<first>[^，。、与和同]{2,16})[、与和][^，。]{2,70}?(?=(?:共同|联合|合作)(?:签|成立|建|打造|组建|设立|发起|举办|开展|$)|签|$)"
)
"""Several partners, of whom a title names the first."""
MANY = re.compile(
    r"^(?P<first>[^，。、与和]{2,16}(?<!书记)(?<!主任)(?<!长))(?:、[^，。、]{2,16}){1,8}(?:[和与及][^，。、]{2,16})?(?:分别|共同|联合|先后)?$"
)
"""Several who act."""
GRANTED = re.compile(r"(?P<who>国务院|[^，。；由经获是]{1,8}?(?:政府|部|委|厅))(?:正式)?(?:批准|批复|核准)")
"""Who granted it, told before in the sentence: 某新区是国务院批准的新区，2016年获批."""
DESCRIBED = re.compile(
    r"^[^，。]{2,60}?(?:合办|合建|联办|共建|设立|打造|组建|创办|建设|投资|投建|承建|牵头|研制|主办|承办|协办|举办)的(?P<name>[^的，。]{4,24})$"
)
"""A name behind who made what it names: 甲大学与园区共建的某某研究院."""
CONTRAST = re.compile(r"(?<=.{2})(?:(?:则|也|又|还)(?=[与和同跟被获将把在于])|就(?=在)|是(?=[从由在]))")
IT = re.compile(r"^它(?=$|[在与和同将被经获赴于])")
SHARED = re.compile("[与和]")
"""What two have together is not named without them: 甲公司与乙集团的合资工厂."""
ORDINAL = re.compile("首|第|[一二三四五]期|一批|新一")
"""What a name does not begin with: 某某新城的第一批厂房."""
RENAMED = ("更名", "改名", "改称", "改叫")
"""Verbs whose object is a name as it was given."""
BARE_APPROVALS = ("批准", "批复", "核准")
CALLED = re.compile(r"[(（](?:以下|下|后)?(?:简称|统称|称)[^()（）]{1,24}[)）]")
"""A short name that a text brings in, which is no part of what happened."""
PLATE_VERBS = ("拿到", "拿下", "领到", "挂上", "捧走")
PLATE = re.compile(r"的?(?:金字)?(?:牌子|招牌|牌匾|称号|桂冠)$")
SPENT = re.compile(r"(?:投入|投资|斥资|耗资|出资|豪掷)(?:近|约|超|逾)?[0-9][0-9.]*[万亿]*[余多]?元?(?:资金)?$")
"""What was spent on what the verb tells."""
QUOTED = re.compile(r"“([^“”]{4,24})”")
BOOK = re.compile(r"《([^》]{4,60})》")


def stretch(sentence: Sentence, start: int, end: int) -> str:
    """A stretch of the sentence without its times, with its zones by their canonical names."""
    text, kept, at = sentence.text, [], start
    names = [(name.start, name.end) for name in sentence.names]
    marks = [(mention.start, mention.end, "") for mention in sentence.periods]
    for zone in sentence.zones:
        inside = any(
            left <= zone.start and zone.end <= right and right - left > zone.end - zone.start for left, right in names
        )
        if not inside:
            marks.append((zone.start, zone.end, zone.name))
    for left, right, word in sorted(marks):
        if at <= left and right <= end:
            before = text[at:left]
            kept += [before.rstrip("于在自从至到截") if not word else before, word]
            at = right
    kept.append(text[at:end])
    words = CALLED.sub("", FIRM.sub("", "".join(kept)))
    for zone in sentence.zones:
        words = words.replace(f"{zone.name}({zone.name})", zone.name)
    return words


def subject_of(sentence: Sentence, start: int, end: int) -> str:
    """Who acts, from the stretch of a clause before its verb; empty where nobody is named.

    Times in it are left out, and so are openers, adverbs and what describes the name.
    """
    words = stretch(sentence, start, end)
    opener = OPENER.match(words)
    words = words[opener.end() :] if opener else words
    words = CONTRAST.sub("", SPENT.sub("", words))
    while (shorter := ADVERB.sub("", words.rstrip("的 、于在"))) != words:
        words = shorter
    if described := DESCRIBED.match(words):
        words = described["name"]
    head, _, name = words.rpartition("的")
    limit = LONG_SUBJECT if SHARED.search(head) else SUBJECT_LIMIT
    if head and ORDINAL.match(name) and len(words) <= LONG_SUBJECT:
        head = ""
    if head and len(words) > limit and len(name) > 1 and not NO_SUBJECT.match(name):
        words = name
    if len(words) > LONG_SUBJECT and (disposed := DISPOSED_OF.match(words)):
        return f"{disposed['who']}{disposed['mark']}{disposed['first']}等"
    if len(words) > SUBJECT_LIMIT:
        words = COUNTED.sub("", words)
    if len(words) > LONG_SUBJECT and (SEVERAL.search(words) or MANY.match(words)):
        return words
    words = words.rpartition("——")[2]
    if len(words) > LONG_SUBJECT:
        inside = [FIRM.sub("", name.name) for name in sentence.names if start <= name.start and name.end <= end]
        bare = PLACE.sub("", words)
        words = words if any(name in bare for name in inside) else bare
    if len(words) > LONG_SUBJECT:
        words = next((words[words.find(name) :] for name in inside if name in words), words)
    return words.replace("”", "").replace("“", "") if words.count("“") != words.count("”") else words


def object_of(sentence: Sentence, start: int, end: int) -> str:
    """What was done, from the verb to the clause's end."""
    words = SINCE_TAIL.sub("", stretch(sentence, start, end).replace("了", "", 1))
    return words.rstrip("的、 ")


def _core(words: str) -> str:
    """What was done, with the object cut to its core."""
    head, _, core = words.rpartition("的")
    if head and len(words) > OBJECT_LIMIT and len(core) > 1:
        words = words[:2] + core
    return words


def told_as(sentence: Sentence, verb: re.Match[str], end: int) -> str:
    """What was done, in the words of a title: what hangs in the hall is an award, 建于 is a founding."""
    if verb[0] == "建":
        return "建立"
    if verb[0] in PLATE_VERBS:
        return "获" + PLATE.sub("", stretch(sentence, verb.end(), end).removeprefix("了"))
    if verb[0] == "获批" and verb.end() == end and (granted := GRANTED.search(sentence.text, 0, verb.start())):
        return f"获{granted['who']}批准设立"
    if verb[0].startswith(RENAMED):
        return sentence.text[verb.start() : end].replace("，", "").rstrip("的 ")
    told = object_of(sentence, verb.start(), end).replace("，", "")
    if verb_type(verb) == EventType.VISITED and len(told) > OBJECT_LIMIT:
        return verb[0]
    book = BOOK.search(told)
    if book and verb_type(verb) == EventType.SIGNED:
        return told[: book.start()] + book[1][-SIGNED_LIMIT:]
    return told


def whole(subject: str, zone: str, last: str, rest: str) -> str:
    """The title from its parts: `zone` (or what the fact is about) stands in for a subject that is no name."""
    if rest.startswith("授予") and OUTSIDE.search(subject.removesuffix("联合").removesuffix("共同")):
        return (zone + "获" + rest.removeprefix("授予"))[:TITLE_LIMIT]
    if (by := APPROVED_BY.match(subject)) and rest in BARE_APPROVALS:
        return (by["who"] + rest + "设立" + (by["what"] or zone))[:TITLE_LIMIT]
    made = MADE_BY.match(subject)
    if made and rest in BARE_FOUNDINGS and len(subject + rest) <= TITLE_LIMIT + 2:
        return (made["who"] + rest + made["what"])[:TITLE_LIMIT]
    if len(subject + rest) > TITLE_LIMIT and not BOOK.search(rest):
        rest = _core(rest)
    subject = ANAPHOR.sub(zone, subject)
    book = BOOK.search(rest)
    if book and len(subject + rest) > TITLE_LIMIT:
        return (book[1] + rest[: book.start()])[:TITLE_LIMIT]
    if INNER_WORD.search(subject) or (last and IT.match(subject)):
        subject = IT.sub(last, INNER_WORD.sub(last, subject, count=1)) if last else subject
    elif ZONE_WORD.search(subject):
        subject = ZONE_WORD.sub(last if subject.startswith("该") and last else zone, subject, count=1)
    elif NO_SUBJECT.match(subject):
        subject = (last or zone) + subject
    founded = FOUNDED.match(rest)
    if founded and len(subject + rest) > TITLE_LIMIT:
        return (founded["what"] + founded["verb"])[:TITLE_LIMIT]
    if len(subject + rest) > TITLE_LIMIT:
        subject = SEVERAL.sub(r"\g<join>\g<first>等", subject)
    if len(subject + rest) > TITLE_LIMIT:
        subject = MANY.sub(r"\g<first>等", subject)
    for pattern in (PLACE, WITH):
        if len(subject + rest) > TITLE_LIMIT:
            subject = pattern.sub("", subject)
    if len(subject + rest) > TITLE_LIMIT and MEETING.search(unquoted := QUOTED.sub("", subject)):
        subject = unquoted
    quoted = QUOTED.search(subject)
    if len(subject + rest) > TITLE_LIMIT and quoted:
        subject = quoted[1]
    room = max(SUBJECT_LIMIT - 4, TITLE_LIMIT - len(rest))
    if len(subject) > room:
        subject = subject[-room:]
    return (subject + rest)[:TITLE_LIMIT].strip("，、 ")
