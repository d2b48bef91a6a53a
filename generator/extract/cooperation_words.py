"""The patterns of cooperation, made from the words of `rules/cooperation.yml`."""

from __future__ import annotations

import re

from generator import rules
from generator.gates import gated
from generator.model import CooperationType
from generator.patterns import one_of

WORDS = rules.load("cooperation")


WITH = rf"(?:[与跟]|同(?![日时年月期比样步一业行类级])|和(?![谐平])|{one_of(WORDS['joining'])})"
LIST = "[^，。；：！？“”]{2,70}?"
SIDE = "[^，。；：！？]{0,40}?"
START = r"(?:^|(?<=[，。；：！？—】”）]))"
"""Where a clause begins."""
MANY = "(?:等[^，。；]{0,40}?)?"
FILL = "(?:两方|双方|三方|各方|共同|正式|成功|先后|在此|就|于|分别|集中|在线|现场|顺利|首批|又|再次){0,3}"
TOGETHER = one_of(WORDS["together"])
DONE = one_of(WORDS["done_together"])
APART = "(?:地|来|[在于][^，。；]{2,30}?)?"
OWN_WORK = rf"(?:联手|携手|合作|合力|联合)的(?=[^，。；的]{{2,20}}?{one_of(WORDS['works'])})"
"""That they do it together, before what it is: 联手的创新中心."""
AGREEING = rf"约定[^，。；]{{0,8}}{TOGETHER}{DONE}"
JOINTLY = (
    rf"(?:(?:商定|约定|决定)?{TOGETHER}{APART}{DONE}|{AGREEING}|{OWN_WORK}|(?:商定|约定)?{one_of(WORDS['built'])})"
)
"""What two do together: 联合发起, 共同在某地成立, 共建."""

IN_NAMES = "|".join(f"(?<={ending})" for ending in sorted(WORDS["whole_names"]))
DEED = rf"(?:{TOGETHER}{DONE}|[建办设开](?=[了起有])|(?!{one_of(WORDS['in_names'])}){DONE}|(?:{IN_NAMES}){DONE})"
"""What is done together where only the joining word says so; a verb that names hold (某投资集团) only behind one."""

SIGNED = gated(
    rf"{START}(?P<left>{SIDE}){WITH}(?P<right>其|{LIST}){MANY}(?:[就围绕]{{1,2}}[^，。；：]{{2,40}}?)?{FILL}(?P<verb>{one_of(WORDS['signed'])})"
)
BUILT = gated(
    rf"{START}(?P<left>{SIDE}){WITH}(?P<right>其|{LIST}){MANY}(?:两方|双方|三方|各方|[两三四]家|以及[^，。；]{{0,12}})?(?P<verb>{JOINTLY})"
)
TEAMED = gated(
    rf"{START}(?P<left>{SIDE}){one_of(WORDS['teaming'])}(?P<right>(?!{DONE}|{one_of(WORDS['not_handed'])}){LIST}){MANY}，?(?P<verb>{DEED})"
)
BROUGHT = gated(
    rf"{one_of(WORDS['bringing'])}了?(?P<right>{LIST}){MANY}"
    rf"(?:来|到|前来|落户|入驻|在此|在[^，。；]{{1,10}}?|共同|联合|合作|先后|相继){{0,4}}(?P<verb>{one_of(WORDS['settled'])})"
)
BY = gated(
    rf"[由系是](?P<right>{LIST}(?:、|和|与|同|及){LIST}){MANY}(?:按[^，。；]{{2,10}}?)?(?P<verb>{JOINTLY}|(?:出资|投资|携手|牵头)?{DONE})"
)
DEEDS = gated(
    rf"{START}(?P<left>{SIDE})(?:[与跟]|同(?![日时年月期比样步一业行类级])|和(?![谐平]))(?P<right>{LIST}){MANY}(?P<verb>{DEED})"
)
"""Anything that a zone does with an institution: 园区与某港务集团开通班列."""
PARTNER = gated(
    rf"{START}(?P<right>[^，。；：！？“”]{{2,24}}?)(?:(?:也|还|都|均|已|又)?(?:是|为|成为|成了))(?:{one_of(WORDS['zone_words'])}|其)?的?[^，。；]{{0,6}}?(?P<verb>{one_of(WORDS['partners'])})"
)
PUT = gated(
    rf"{START}(?P<right>[^，。；：！？“”]{{2,20}}?)(?:则|也|还|又|已)?[把将][^，。；]{{2,20}}?(?P<verb>{one_of(WORDS['put'])})了?(?:此|这里|区内|园内|{one_of(WORDS['zone_words'])})"
)
HELPING = gated(
    rf"(?P<verb>{one_of(WORDS['helping'])})了?(?P<right>(?![中的])[\u4e00-\u9fff]{{2,12}}?)(?=[，。；等]|$)"
)
SUPPORTED = gated(rf"在(?P<right>[^，。；：！？“”]{{2,30}}?)的?(?P<verb>{one_of(WORDS['support'])})下")
PAIRED = gated(
    rf"{START}(?P<right>[^，。；：！？“”]{{2,24}}?)[两三四](?P<kind>[市县区省校园地])(?:政府|[在于][^，。；]{{2,14}}?)?(?P<verb>{JOINTLY})"
)
"""Places that do something together: 甲、乙两市合办某园."""
WORKED = gated(
    rf"{START}(?P<left>{SIDE}){WITH}(?P<right>{LIST}){MANY}(?:的|等部门|等单位|等地|(?:以[^，。；]{{2,16}}?)?{one_of(WORDS['entering'])}[^，。；]{{0,10}}?)?"
    rf"(?P<verb>(?:深度|深入|紧密|产业|展开|的|科研|技术|产学研|科技|战略|长期|全面|对口|山海|东西部|跨区域|校地|院地|校企|持续|不断|多次|“){{0,4}}(?:{one_of(WORDS['worked'])}|(?:携手|联手)(?=[，。；]|$)))"
)
SETTLED = gated(
    rf"{START}(?P<right>{LIST})(?:等[0-9一二三四五六七八九十多]{{1,3}}[所家个][^，。；]{{0,8}}|等[^，。；、]{{2,8}}|[两三四五]所[^，。；、]{{2,4}})?"
    rf"(?:也|还|都|均|先后|陆续|相继|纷纷|已|又){{0,4}}在(?:此|这里|区内|园内|{one_of(WORDS['zone_words'])})(?:先后|陆续|相继|联合|共同|合作|挂牌|揭牌|正式){{0,4}}(?P<verb>{one_of(WORDS['settled'])})"
)
RUN = gated(
    rf"{START}(?:由|来自|委托)?(?P<right>[^，。；：的]{{3,24}})(?:的[^，。；]{{0,8}}团队)?(?:目前)?(?P<verb>{one_of(WORDS['run'])})着?"
)
HANDED = gated(
    rf"{START}(?P<left>{SIDE})(?P<verb>{one_of(WORDS['handed'])})(?P<right>(?!{one_of(WORDS['not_handed'])})[^，。；：！？的]{{2,40}}?)"
    rf"(?=[，。；]|$|{DEED}|{one_of(WORDS['built'])}|{one_of(WORDS['settled'])})"
)
ENTRUSTED = gated(
    rf"{one_of(WORDS['entrusting'])}了?(?P<right>[^，。；：的]{{2,24}}?)(?:作为|担任|为|其|做|当|任|招商|产业|发展|技术|品牌|首席|进行|负责|来|开展|整体|实施|园区|全区){{0,5}}"
    rf"(?P<verb>{one_of(WORDS['entrusted'])})"
)
CAME = gated(
    rf"{START}(?P<right>[^，。；：]{{2,24}}?)(?:党政)?{one_of(WORDS['visitors'])}"
    rf"(?:一行)?[^，。；：]{{0,6}}?(?:到|来|来到|走进|前来|莅临|到访|赴|前往)(?P<left>[^，。；：]{{2,24}}?)(?:开展|进行)?(?P<verb>{one_of(WORDS['visited'])})"
)
VISITED = gated(
    rf"(?:赴|前往|到访|来到|走进|(?P<by>(?<![来走送报回遇看拿找感受])到(?![达位场来期底会户了])))(?P<right>[^，。；：]{{2,30}}?)(?:开展|进行)?(?P<verb>{one_of(WORDS['visited'])})"
)
ARRIVED = gated(
    rf"{START}(?P<right>[^，。；：]{{2,24}}?)(?:党政)?{one_of(WORDS['visitors'])}"
    rf"(?:一行)?(?:[0-9一二三四五六七八九十]{{1,3}}余?人)?(?P<verb>{one_of(WORDS['arriving'])})(?P<left>[^，。；：]{{2,24}})(?=[，。；]|$)"
)
"""Who comes, whatever for: 某市考察团走进某高新区，看产线."""
LED = gated(
    rf"{START}(?P<right>[^，。；：]{{2,14}}?){one_of(WORDS['leaders'])}[^。；：]{{0,70}}?{one_of(WORDS['leading'])}"
    rf"(?P<verb>{one_of(WORDS['visited'])}|走进|来到|到访|莅临)(?P<left>[^，。；：]{{2,24}}?)(?=[，。；]|$|{one_of(WORDS['visited'])})"
)
"""Whom an office sends: 某区管委会主任率队考察某园."""
SERVING = gated(
    rf"{START}(?P<right>[^，。；：]{{3,24}}?)(?:每年|常年|长期|已|累计|先后|还|也|则|专门|定向|持续){{0,3}}"
    rf"[给向为](?:{one_of(WORDS['zone_words'])}|[区园][里内])(?:企业)?[^，。；]{{0,8}}?(?P<verb>{one_of(WORDS['serving'])})"
)
"""What a school does for a zone: 某大学每年给园区输送毕业生."""
PUT_AT = gated(
    rf"{START}(?P<right>[^，。；：！？“”]{{2,20}}?)(?:则|也|还|又|已)?[把将][^，。；]{{2,20}}?(?P<verb>{one_of(WORDS['put'])})了?"
    rf"[^，。；]{{1,10}}?{one_of(WORDS['spots'])}(?=[，。；]|$)"
)
"""The same with a place inside the zone: 某大学把分院办到了湖畔."""
HELPED = gated(
    rf"{START}(?P<right>[\u4e00-\u9fff]{{2,10}}?[省市县区州])(?P<verb>{one_of(WORDS['helped'])})(?:的|了?(?:{one_of(WORDS['zone_words'])}))"
)
"""A place that helps the zone: 某市对口援建的厂房."""
JOINED = gated(
    rf"{START}(?P<right>{LIST})(?:等[^，。；]{{0,10}})?(?:一同|一道|一起|也|同时|随后|双双|悉数)(?P<verb>加入|加盟|参与签约)(?=[，。；]|$)"
)
AGREED = gated("协议|合作|共建|签")
"""What was told before somebody joined it."""
TOWARDS = gated(r"(?:主动|积极|全面)(?P<verb>对接|融入)(?P<right>[\u4e00-\u9fff]{2,6})(?=[，。；])")
BOTH = gated(
    rf"(?:双方|两地|两区|两园|两家)(?:[在于][^，。；]{{1,12}}|[就围绕]{{1,2}}[^，。；]{{1,40}}|(?:线上|在线|现场|当场|当即|为此|因此|随即|当即|已|还|又|正式|共同|先后|陆续|再次|[0-9]{{4}}年)+)?(?P<verb>{one_of(WORDS['signed'])}|{JOINTLY})"
)
BESIDE = gated(
    rf"{START}(?P<right>{LIST}(?:、|和|与){LIST}){MANY}(?P<verb>{TOGETHER}{DONE}|(?<=方)(?:{one_of(WORDS['built'])}|{one_of(WORDS['signed'])})|{TOGETHER}{one_of(WORDS['signed'])}|(?<=[区园市县])(?:签订|签署|结为|结成|缔结))"
)
"""Those who do something together, side by side: 甲公司、乙大学共同运营…."""
SITE = gated(
    rf"{START}(?P<left>{SIDE}){WITH}(?P<right>[^，。；：！？“”的]{{2,24}})的[^，。；]{{2,14}}?(?:中心|研究院|实验室|基地|平台|学院|产业园|检测站)"
    rf"[^，。；]{{0,10}}?(?P<verb>{one_of(WORDS['opened'])})"
)
"""What two have there: 我们和某大学的研究中心去年投用."""
ITEM = gated(
    rf"^[·•●■◆○*\-—0-9.、\s]{{0,4}}(?P<right>[^，。；：:]{{2,30}})(?:：|:|——)[^，。；]{{0,4}}?(?P<verb>{JOINTLY})"
)
"""A line of a list that begins with the partner: 某研究所：合建某中心."""
TAKEN = gated(
    rf"{START}(?P<right>[^，。；：！？“”]{{2,24}}?)(?:拿下|取得|获得|中标|接手|接管|接下)了?"
    r"[^，。；]{0,14}?(?P<verb>运营权|经营权|管理权|特许经营)"
)
"""Who wins the running of something: 某集团拿下会展中心运营权."""
PLACED = gated(
    rf"{START}(?P<right>[^，。；：！？“”]{{2,24}}?)(?:的[^，。；]{{2,10}}?)?(?P<verb>{one_of(WORDS['put'])})了?"
    rf"(?:此|这里|区内|园内|{one_of(WORDS['zone_words'])})"
)
"""What somebody has there: 某学院的中国中心选在这里."""
SHARING = gated(r"牵头[、，](?P<right>[^，。；：]{2,40}?)(?P<verb>参与|参建|参加|协同|加盟)")
"""Who takes part in what the zone leads: 园区牵头、某大学参与的创新中心."""
INVITED = gated(
    rf"{one_of(WORDS['bringing'])}了?(?P<right>[^，。；：]{{2,30}}?)[，,]?(?P<verb>合办|合建|共建|共办|合设|联建|联办)"
)
"""Who is brought in to build something with: 引来某基金会，合办某学院."""
GIVEN = gated(
    r"[把将][^，。；]{2,16}?(?P<verb>(?:运营权|经营权|管理权|运营|管理)(?:交给|交由|委托给|移交给)|托付给|托管给)了?(?P<right>[^，。；：]{2,24})"
)
"""Whom a zone hands the running of something: 把中试基地的运营权交给某交易所."""
ROW = gated(
    rf"^[^，。；]{{0,4}}?(?P<verb>{one_of(WORDS['labels'])})(?:：|:|(?:还|另|也)?有|为|包括|还包括|是)(?P<right>[^，。；：]{{2,120}})"
)
"""A line of a table or list that names partners: 合作单位：甲、乙."""
PLANNED = re.compile(one_of(WORDS["planned"]))
TRIGGER = gated(
    one_of(
        [
            *WORDS["signed"],
            *WORDS["built"],
            *WORDS["together"],
            *WORDS["teaming"],
            *WORDS["worked"],
            *WORDS["settled"],
            *WORDS["run"],
            *WORDS["visited"],
            *WORDS["handed"],
            *WORDS["entrusted"],
            *WORDS["labels"],
            *WORDS["done_together"],
            *WORDS["partners"],
            *WORDS["put"],
            *WORDS["helping"],
            *WORDS["visitors"],
            *WORDS["leading"],
            *WORDS["serving"],
            *WORDS["helped"],
            "加入",
            "加盟",
        ]
    )
)
SEPARATOR = re.compile(r"[、和与及]|以及")
TAIL = re.compile(
    r"(?:等(?:[^、]{0,14})|(?:这|上述)?[一二两三四五六七八九十0-9]{1,3}(?:大(?!学)|家|所|个|名|位)[^、]{1,10}|[两双三各]方)$"
)
"""What sums up a list behind its last member: 三大运营商, 等2所高校."""
RESIDENTS = re.compile(
    rf"{one_of(WORDS['residents'])}|(?:{one_of(WORDS['zone_words'])}|[区园]内)(?:的)?(?:[0-9一二两三四五六七八九十多]{{1,3}}家|多家|众多|的|龙头|骨干|科技){{0,5}}(?:企业|公司|[药车民]企)|[区园][里内]的"
)
NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·()（）]{2,28}")
ENDS = re.compile(rf"{one_of(WORDS['ends'])}$")
WEAK_ENDS = re.compile(rf"{one_of(WORDS['weak_ends'])}$")
COMMON = re.compile(rf"{one_of(WORDS['common'])}$")
OUTSIDE = re.compile(rf"{one_of(WORDS['outside'])}$")
ACADEMIC = re.compile(rf"{one_of(WORDS['academic'])}$")
VISITABLE = re.compile(rf"(?:{one_of(WORDS['academic'])}|[区市县省园城港])$")
INSTITUTION = re.compile(rf"(?:{one_of(WORDS['academic'])}|公司|集团|银行|协会)$")
OWN = re.compile(rf"{one_of(WORDS['own'])}$")
OWN_FIRM = re.compile(
    rf"{one_of(WORDS['zone_words'])}(?:的|下属|旗下)?(?:平台公司|国有公司|国有企业|国企|开发公司|投资公司|建设公司)"
)
"""A firm of the zone itself, which acts for it."""
TITLED = re.compile("院士|教授|研究员|博士|校长|院长|主任|董事长|总经理|副|党委|学生|毕业|硕士")
"""What makes a name only the house of somebody: 某大学教授."""
ZONE_WORD = re.compile(one_of(WORDS["zone_words"]))
OFFICE = re.compile(
    rf"(?:[(（][^（）()]{{1,10}}[)）]|[)）])?(?:{one_of(WORDS['offices'])}|[\u4e00-\u9fff]{{2,6}}(?:局|办公室))?(?:一行|双方|方面)?"
    r"(?:在[^，。；、]{1,6})?(?:首次|再次|再度|又|也|还|则|亦|均|都|双双|当场|现场|已|正式|先后|分别|共同|联合){0,3}$"
)
NOBODY = re.compile(
    rf"^(?:{one_of(WORDS['nobody'])}|[0-9一二三四五六七八九十几数多]+[家所个].*)+$|^(?:该|本|我|其|之前|毕业|就读|留学)|某|各类|相关|等$"
)
TYPES = [(CooperationType(kind), re.compile(one_of(words))) for kind, words in WORDS["types"].items()]
OCCASION = re.compile(r"(?:会上|会议期间|活动中|活动上|活动现场|仪式上|现场|当天|当日|期间)(?:，|[^，。；]{0,6}，)")
"""What sets a sentence on the occasion that was told of before."""


def type_of(words: str) -> CooperationType:
    """The type of cooperation that the words around it tell."""
    return next((kind for kind, pattern in TYPES if pattern.search(words)), CooperationType.OTHER)
