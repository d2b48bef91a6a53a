from __future__ import annotations

from generator.pages.paging import leaves, packed


def test_a_short_list_stays_on_its_page() -> None:
    (leaf,) = leaves("compare/targets.md", ["a", "b"], 2)
    assert (leaf.path, leaf.entries, leaf.number, leaf.steps) == ("compare/targets.md", ("a", "b"), 1, ())


def test_an_empty_list_has_its_page_too() -> None:
    (leaf,) = leaves("compare/targets.md", [], 2)
    assert (leaf.path, leaf.entries) == ("compare/targets.md", ())


def test_a_long_list_goes_on_over_further_pages_that_lead_to_each_other() -> None:
    first, second = leaves("zones/provinces/hebei.md", ["a", "b", "c"], 2)
    assert (first.entries, second.entries) == (("a", "b"), ("c",))
    assert second.path == "zones/provinces/hebei-2.md"
    assert first.steps == ((1, "hebei.md"), (2, "hebei-2.md")) == second.steps


def test_groups_share_a_page_while_they_fit_and_none_is_torn() -> None:
    assert list(packed([("a", 2), ("b", 2), ("c", 5), ("d", 1)], 4)) == [["a", "b"], ["c"], ["d"]]
    assert list(packed([], 4)) == []
