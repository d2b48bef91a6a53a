"""The words of `rules/persons.yml` and `rules/surnames.yml`, ready to search with."""

from __future__ import annotations

import re
from functools import cache

from generator import rules
from generator.gates import Gate, Gated, gated
from generator.names.lexicon import alternation

HAN = r"[\u4e00-\u9fff]"
BLANKS = " 　"


@cache
def title_pattern() -> Gated:
    """A title that a name may follow; what stands between several titles of one person is left to the role."""
    return gated(rf"(?:{titles()})(?:助理)?(?=[{BLANKS}]?{HAN})")


@cache
def title_end_pattern() -> re.Pattern[str]:
    """A title at the end of a stretch."""
    return re.compile(rf"(?:{titles()})(?:助理)?$")


@cache
def titled_gate() -> Gate:
    """What is in every sentence that introduces somebody, before or behind the name."""
    return Gate(title_pattern(), Gated(title_end_pattern()))


@cache
def titles() -> str:
    """The titles of the rules, as an expression."""
    return alternation(rules.load("persons")["titles"]).pattern


@cache
def surname() -> str:
    """The surnames of the rules, as an expression."""
    data = rules.load("surnames")
    return f"(?:{'|'.join(data['double'])}|[{data['single']}])"


@cache
def long_name_pattern() -> re.Pattern[str]:
    """A name of three whose last character could be a function word as well: 曹存正，."""
    verbs = [verb for verb in rules.load("persons")["verbs"] if len(verb) > 1]
    ends = rules.load("persons")["name_ends"]
    return re.compile(rf"(?P<name>{surname()}{HAN}[{ends}])(?={alternation(verbs).pattern}|[，。；：、！？()”]|$)")


@cache
def speech_pattern() -> re.Pattern[str]:
    """Verbs of saying."""
    return re.compile(r"表示|说|介绍|指出|认为|告诉|透露|强调|称|坦言")


@cache
def name_pattern() -> re.Pattern[str]:
    """A surname with one or two characters before what may follow a name."""
    verbs = alternation(rules.load("persons")["verbs"]).pattern
    return re.compile(rf"(?P<name>{surname()}{HAN}{{1,2}}?)(?={verbs}|[，。；：、！？()（）”“\s0-9]|$)")


@cache
def name_comma_pattern() -> re.Pattern[str]:
    """A name that a comma or a parenthesis follows."""
    return re.compile(rf"(?:^|[，。；“：])(?P<name>{surname()}{HAN}{{1,2}})[，(]")


@cache
def name_alone_pattern() -> re.Pattern[str]:
    """A name and nothing else."""
    return re.compile(rf"{surname()}{HAN}{{1,2}}")


@cache
def before_pattern() -> re.Pattern[str]:
    """Words that stand before a role and are no part of it."""
    return alternation(rules.load("persons")["before"])
