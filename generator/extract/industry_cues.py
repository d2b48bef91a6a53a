"""What tells that a list is one of industries: the words around it, and the role that they give."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.industry_words import words
from generator.gates import Gated, gated
from generator.model import IndustryRole
from generator.patterns import alternation, one_of

NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十两]{1,2})"
ADJECTIVE = (
    r"(?:战略性新兴|战略新兴|主导|支柱|优势|特色|重点|新兴|未来|先导|核心|传统|高端|千亿级?|百亿级?|万亿级?|百亿元?|千亿元?|现代|先进|生产制造|前沿|高成长|细分|优质|标志性|"
    r"首位|龙头|产业|创新型|战略|细分|关键|配套|支撑性|朝阳|潜力|优先)"
)
TAIL = gated(
    rf"(?P<quote>[”’]?)(?P<etc>等|这些|这[几两三四]个?|之类的?)?(?P<count>(?:{NUMBER}|多)(?:大|个|条|类|多个|种)(?:[一-龥]{{2,6}}?(?=产业))?)?(?P<level>[一二两三四五六七八九百千万]{{0,3}}亿(?:元)?级)?"
    rf"(?P<adjectives>{ADJECTIVE}{{0,3}})(?P<noun>产业创新集群|产业链集群|产业集群|全产业链|产业链|产业体系|产业方向|产业定位|产业生态|产业板块|产业赛道|(?<=等)(?:现代|生产性|高端)?服务业|(?<=等)(?:先进|现代|高端)?制造业|产业|领域|行业|新赛道|赛道|板块|集群|(?<=[等大])(?:新兴)?业态|(?<=等)(?:关键|重点|前沿|主要)?方向|(?<=[三四五六七八九十]条)(?:重点|主)?链|链条|类项目)"
    r"(?!的?[^，。；、]{0,4}(?:人才|专家|博士|学者|课程)|开发区|园|研究|技术|基金|协会|联盟|平台|工作|的?需求|的?市场|的?客户|的?用户|升级|转移|协作|合作|局|政策|引导|先导|母基金|培育基金|大厦|学院|工人|促进|办|母)"
)
LABEL = one_of(words("labels"))
FOLLOWING = gated(
    rf"(?:{LABEL}(?:产业|行业|业态|赛道|板块|领域)|主攻方向|主导方向|产业方向|产业定位|产业特色|发展方向|产业布局|产业关键词|产业类别|产业门类|产业导向|产业结构|产业分布|产业构成)"
    r"(?:[^，。；：、]{0,10}(?:：|:|——)|[^，。；：、]{0,6}?(?:为|是|有|包括|涵盖|涉及))(?:以)?"
)
AS = gated(
    rf"[把将](?P<list>[^，。；]{{2,80}}?)(?:产业|领域)?{one_of(words('taken'))}"
    rf"(?P<role>[^，。；]{{0,10}}?{one_of(words('taken_for'))})"
)
MAKING = gated(r"以(?P<list>[^，。；]{2,80}?)(?P<role>打造)[^，。；]{0,16}?集群")
WITH = gated(
    rf"以(?P<list>[^，。；]{{2,90}}?)(?:产业|行业|领域)?(?P<etc>等)?(?:产业|领域)?"
    rf"为(?P<role>(?:[一两二三四五六七八九十]大|重要|关键|配套|坚实|有力|强力|共同|主要|最大|绝对|支撑性){{0,2}}(?:{one_of(words('with_roles'))}"
    r"|[主首](?=[的、，；。)]|$)))"
)
MAIN = gated(r"(?:生产|制造)?(?:居|占|占据)(?:于)?(?:绝对)?主导(?:地位)?")
AMOUNT = gated(
    r"(?:产业链|产业集群|产业|板块|行业|制造业)?(?:共|累计|全年|已|将|预计){0,2}(?:完成|实现|贡献|创造|拿下)?了?(?:规模)?(?:工业)?(?:(?:年|总)?产值|规模(?=已|将|突破|达|超|逾|扩|冲|迈|跃|近|约)|业务收入|销售收入|增加值|出口额|营业收入|营收|主营业务收入|及关联企业|及相关企业|相关企业|产业链企业|类企业(?=\d)|(?:产业链)?上下游企业|企业(?=是|有|包括|\d|达|超|近|已|年产值|产值|贡献|合计|占|扎堆|就有|共)|方面(?=[，,]))"
    r"|是[^，。；]{0,8}(?:名片|支柱|主业|主力|招牌)"
)
PARK = gated(r"(?:\+”?)?(?:总部|制造|创新|科技|特色)?产业园")
CUT = re.compile(
    r"开发区|高新区|经开区|新区|园区|该区|全区|全市|我区|本区|[的以在将为对向把从了等中“‘：:（(\s—]|(?:领域|产业|行业|集群|产业链|平台|中心)[及和与]|\d[\d.]*万?[亿万]?[元级]?[家个]?"
)
USED = re.compile(
    "用于|应用[到在]|运用[于到在]|服务于|适用于|用在|供货给|供应给|客户(?:涵盖|来自|遍布)|产品(?:涵盖|覆盖|涉及)|销往"
)
"""What is said of products, behind which industries are those of their buyers."""
OTHERS = re.compile(r"(?:公司|集团|业务|产品|学科|专业|论文|课程|展会|展览|大会|论坛|大赛)[^。；：]{0,14}$")
"""Whose trades or subjects are told of, where they are not the zone's."""
BEFORE_OTHERS = 18
ADVERB = re.compile(r"[也都均正则已]|(?<!所)在")
NAMELESS = re.compile(r"(?:[，。；：、“《‘）)为是成设造了]|打造|建设)$")

ROLES = (
    (
        re.compile(
            "主导|支柱|主攻|王牌|台柱|首位|主要支撑|支撑|龙头|主体|为主|名片|主力|主业|招牌|打头|领跑|领衔|挑大梁|唱主角|当家|占大头|看家|占[^，。]{0,8}(?:工业|经济)|拳头|王牌"
        ),
        IndustryRole.LEADING,
    ),
    (re.compile("未来|新兴|先导|前沿|储备"), IndustryRole.FUTURE),
    (re.compile("特色|优势|特产|老本行|老底子|拿手|强项"), IndustryRole.SPECIAL),
)


@cache
def heads(key: str) -> Gated:
    """What brings a list in, by the list of the rules that holds it: `heads`, `strong_heads`, `known_heads`."""
    return gated(alternation(words(key)))


def role_of(phrase: str) -> IndustryRole:
    """The role that the words around a list give its members; 重点 where they give none."""
    return next((role for cue, role in ROLES if cue.search(phrase)), IndustryRole.KEY)
