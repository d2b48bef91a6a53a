"""Words by which a clause turns to something without naming it: 后者, an exhibition, firms that have just come."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.attribution.mind import OFFICES, Mind
from generator.model import OrganisationType
from generator.reading import Mention, Sentence

LEARNED = frozenset({OrganisationType.INSTITUTE.value, OrganisationType.SCHOOL.value})
"""What the zone sets up with others, and the others are themselves."""
PAIR = re.compile("(?P<first>前者)|后者")
REACH = 4
"""Names back among which 前者 and 后者 are looked up."""
OF_ALL = re.compile(
    r"(?:[^，。；]{0,8})第[一二三四五六七八九十0-9]{1,3}届[^，。；]{0,24}?[会节展赛周]"
    r"|(?:围着|跟着)(?:它|其)"
    r"|(?:又|还|共)?新(?:注册|登记|设立|落户|签约|引进|开工|入库|认定|增)(?:的)?[^，。；]{0,8}?(?:企业|主体|项目|公司)"
)
"""What the zone as a whole has: an exhibition, the firms around one, those that have just come."""
SITED = re.compile(r"[^，。；]{0,4}?(?:投建|投资建|建设|建(?![有成])|兴建|新建|布局|打造|开工|动工|落子)")
"""What is done at a place that a clause does not speak of itself: 在甲园区投建…."""
CUSTOMER = re.compile("(?:急需|所需|需要|订购|订制|定制|委托|采购)的")
"""What stands behind the name of a customer: 某集团急需的车间."""
MANY = re.compile(r"[^，。；]{0,30}?、[^，。；]{0,60}?等[0-9]{1,4}[余多]?[个家项]|[0-9]{1,4}[余多]?个")
"""What stands behind a name that is one of many told together."""
MADE = re.compile(r"(?:共建|合建|合办|联办|联建|创办|设立|组建|成立)(?:了)?$")
"""What stands before something set up, of which only the rest of the sentence tells."""


def turn(sentence: Sentence, start: int, head: int, end: int, mind: Mind) -> None:
    """Moves the mind on where the clause in [start, end), its topic at `head`, turns to something unnamed."""
    text = sentence.text
    if pair := PAIR.match(text, head, end):
        named = _named_before(sentence, start)
        back = 2 if pair["first"] else 1
        if len(named) >= back and named[-back].type not in LEARNED:
            mind.speak_of(named[-back])
    elif mind.subject and mind.is_no_area() and OF_ALL.match(text, head, end):
        mind.subject = ""


def _named_before(sentence: Sentence, start: int) -> list[Mention]:
    at = bisect_left(sentence.names, start, key=lambda name: name.start)
    return [name for name in sentence.names[max(0, at - REACH) : at] if name.type not in OFFICES]


def passing(text: str, end: int, mention: Mention) -> bool:
    """Whether a name is there only as a customer, one of many told together, or a place where something is built."""
    if CUSTOMER.match(text, mention.end, end) or (mention.type == "项目" and MANY.match(text, mention.end, end)):
        return True
    if MANY.match(text, mention.end, end) and text.startswith("、", mention.end):
        return True
    return text.endswith("在", 0, mention.start) and SITED.match(text, mention.end, end) is not None
