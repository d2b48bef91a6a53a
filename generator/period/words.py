"""The patterns of times, made from the words of `rules/periods.yml`."""

from __future__ import annotations

import re

from generator import rules
from generator.gates import gated
from generator.patterns import one_of

WORDS = rules.load("periods")


def words_of(key: str) -> str:
    """An alternation of a rule's words, each kept from longer words that it is only a part of."""
    guarded = []
    for word in sorted(WORDS[key], key=lambda word: (-len(word), word)):
        before, after = WORDS["not_after"].get(word, ""), WORDS["not_before"].get(word, "")
        guarded.append((f"(?<![{before}])" if before else "") + re.escape(word) + (f"(?![{after}])" if after else ""))
    return "(?:" + "|".join(guarded) + ")"


DIGITS = {
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "数": 0, "几": 0,
}  # fmt: skip

SMALL = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
COUNT = "(?:[0-9]{1,2}|[一二两三四五六七八九十几数]{1,3})"
DASH = "[-—–－~～至到]"
YEAR = "(?:1[89]|20)[0-9]{2}"
SPELT_YEAR = "(?:一[八九]|二[〇零○])[〇零○一二三四五六七八九]{2}"
EDGE = (
    "(?:年?[底末](?!层|部|盘|线|蕴|气|色|端|位|尾|节)"
    "|年?初(?!步|期|级|心|创|始|次|具|见|现|中|审|评|衷|露|显)"
    "|年中|伊始|[春夏秋冬](?:季|天|(?=[,，])))"
)

WITHIN = re.compile(
    rf" ?(?:第?(?P<part>{one_of(WORDS['parts'])})"
    rf"|[前头首](?P<first>{SMALL}|两) ?个?月(?!内|期)"
    rf"|(?P<from>{SMALL}) ?(?:月份?)?{DASH}{{1,2}}(?P<to>{SMALL}) ?月份?(?![0-9龄内]| ?[0-9]{{1,2}} ?日)"
    rf"|(?P<month>{SMALL}) ?月份?(?![龄饼球均薪租嫂内])"
    rf"(?: ?(?P<day>{SMALL}) ?(?:日|号)?{DASH}(?P<day_to>{SMALL}) ?[日号](?!线|楼)"
    rf"| ?(?P<only>{SMALL}) ?[日号](?!线|楼)|[上中下]旬|底(?!部|盘|层)|末|初(?!步|期|级))?)"
)
"""What follows a year, or stands alone where the year is known: 1—6月, 前三季度, 6月30日, 10月25日至27日."""

TIMES = (
    rf"(?P<years>(?<![0-9.])(?P<low>{YEAR})年?{DASH}{{1,2}}(?P<high>{YEAR}) ?年度?(?! ?[0-9]{{1,2}} ?月))",
    rf"(?P<iso>(?<![0-9.\-/])(?P<iso_year>{YEAR})(?P<iso_dash>[-/.])(?P<iso_month>[0-9]{{1,2}})(?P=iso_dash)"
    rf"(?P<iso_day>[0-9]{{1,2}})(?![0-9.\-/]))",
    rf"(?P<year>(?<![0-9.])(?P<digits>{YEAR}) ?年(?:度|(?=[^多余来]|$))|(?<=的)(?P<bare_year>{YEAR})(?=[:：,，!！])"
    rf"|(?P<spelt>{SPELT_YEAR}) ?年度?)",
    rf"(?P<relative>{words_of('years')})",
    r"(?P<half>(?:刚刚)?过去的?这?半年(?!多)|这半年(?!多)|半年间)",
    rf"(?P<told_year>{words_of('told_years')}(?!生产能力))",
    rf"(?P<month_word>{words_of('months')})",
    rf"(?P<day_word>{words_of('days')})",
    rf"(?P<told_day>{one_of(WORDS['told_days'])}|(?P<told_month>{one_of(WORDS['told_months'])})"
    rf"|(?P<told>{one_of(WORDS['told'])}|{one_of(WORDS['happened'])}(?:[之当]?时(?!代)|之初|当初)(?=[，,]|的)))",
    rf"(?P<plan>[“\"「]?(?P<plan_name>{one_of(WORDS['plans'])})[”\"」]?(?P<plan_part>期间|时期|(?:开局|启动|实施)?以来|开局之年|开局|收官之年|期末|期初|末|初|(?=[要将]|力争|我们)))",
    rf"(?P<era>(?:党的)?(?P<era_name>{one_of(WORDS['eras'])})(?:召开)?以来)",
    rf"(?P<ago>(?P<ago_count>{COUNT}|半)(?P<ago_more>[多余])?(?P<ago_unit>年|个多?月|天|周)(?P<ago_over>[多余])?[之以]?前"
    rf"(?![进移列沿往行景期端瞻十百0-9三五]))",
    rf"(?P<row>连续(?:第)?(?P<row_count>{COUNT})年)",
    rf"(?P<lately>(?:最近|近|过去)(?P<lately_count>{COUNT})年(?:来|间|以来)?(?![多余的]|时间|之久|历程))",
    rf"(?P<ahead>(?:未来|今后)(?P<ahead_count>{COUNT})年|(?P<later_count>{COUNT})年[之以]?后(?=[，,]|[扩增冲]))",
    rf"(?P<now>{words_of('now')}|今天(?=[^，。；、上下晚]{{0,8}}?(?:有|已|达|攒|攥)))",
    rf"(?P<gathered>(?<![而早自久]){words_of('gathered')}(?![故知然婚往])|{COUNT}[多余]?年[多余]?(?:来(?!自)|里(?!程|面|头)|过去(?=[，,])))",
    r"(?P<dawn>(?:今年|年初|开年|新年|入春|入夏|入秋|入冬)以来)",
    rf"(?P<edge>(?<![期0-9一二三四五六七八九十两几数多半]){one_of(WORDS['edges'])}(?!会)|{one_of(WORDS['festivals'])}(?:档|期间|假期|前夕|前后))",
    r"(?P<bare_day>(?:(?<![^,，。;；:：“”()\s])|(?<=[者昨今于电]))(?P<bare>[0-9]{1,2}) ?日"
    r"(?![均内间游本元资益常夜期后前程报]))",
    rf"(?P<within>(?<![0-9.个第—\-]){WITHIN.pattern})",
)
"""All that may be a time; the group around each names what it is."""
SCAN = re.compile("|".join(TIMES))

EDGE_AFTER = re.compile(EDGE)
TO = re.compile(rf" ?{DASH}{{1,2}} ?")
AFTER = gated(
    r"(?P<since>以来|至今|开始|[以之]?后(?!续|期|端|台)|起(?!步|草|点|家|到|诉|源|飞|伏|码|义|重|用))"
    r"|(?P<before>[以之]前|前(?![列进沿景期端移往三十0-9一二四五六七八九]))|期间|止|为止"
)
LATER = gated(r"[^，。；,;！？、：:]{0,30}?(?:以来|至今|起，|起,)")
TOLD_BY = re.compile(
    r"日(?:上午|下午|晚)?[，,]?[^，。；：“”0-9]{0,20}(?:透露|介绍|通报|发布|公布|披露|摊开|晒出|召开|获悉)[^，。；：“”0-9]{0,12}(?:，[^，。；：“”0-9]{1,24})?："
)
"""A day on which something was made known, behind which stands what was: 1月20日，统计局发布：…"""
TITLE = gated(r"《[^》]{0,120}》")


def count(text: str) -> int | None:
    """A number up to 99 in digits or characters; None where it is vague (几, 数十) or none."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    if "几" in text or "数" in text:
        return None
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return DIGITS.get(text) if len(text) == 1 else None
    high = DIGITS.get(tens) if tens else 1
    low = DIGITS.get(ones) if ones else 0
    return None if high is None or low is None else high * 10 + low


def spelt_year(text: str) -> int:
    """A year in characters, digit by digit: 二〇二二."""
    return int("".join(str(DIGITS[letter]) for letter in text))
