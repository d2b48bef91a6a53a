"""Words as regular expressions."""

import re

from generator.patterns import alternation, one_of


def test_the_longest_word_that_fits_is_found() -> None:
    assert re.match(alternation(["开工", "开工建设", "开"]), "开工建设了").group() == "开工建设"


def test_words_are_no_expressions() -> None:
    assert re.fullmatch(alternation(["A+B", "(一)"]), "(一)")
    assert not re.fullmatch(alternation(["A+B"]), "AAB")


def test_a_group_ends_where_it_ends() -> None:
    assert re.fullmatch(one_of(["签约", "签署"]) + "了", "签约了")


def test_the_order_and_number_of_words_do_not_matter() -> None:
    assert alternation(["乙", "甲", "乙"]) == alternation(["甲", "乙"])
