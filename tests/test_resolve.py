from generator.model import (
    Attribute,
    Cooperation,
    CooperationType,
    Honour,
    Identity,
    Industry,
    IndustryRole,
    Organisation,
    OrganisationType,
    Person,
    Published,
    Qualifier,
    Status,
)
from generator.resolve import resolve
from tests.make import article, event, fact, metric, override, published

ARTICLES = {
    "a.txt": article("a.txt", date="2023-02", publisher="望江日报"),
    "b.txt": article("b.txt", date="2024-01", publisher="某某网"),
    "c.txt": article("c.txt", date="2023-02", publisher="临水高新区管委会"),
    "d.txt": article("d.txt"),
}


def settle(*facts: Published) -> list[Published]:
    return list(resolve(facts, ARTICLES))


def pair(first: object, second: object, docs: str = "ab", **more: object) -> list[Published]:
    one = published(fact(first, number=1, doc=f"{docs[0]}.txt"))
    return settle(one, published(fact(second, number=2, doc=f"{docs[1]}.txt", **more)))


def relations(found: list[Published]) -> list[tuple[int, int, bool]]:
    return [(len(one.same), len(one.rivals), one.chosen) for one in found]


ALONE = [(0, 0, True), (0, 0, True)]
SAME = [(1, 0, True), (1, 0, True)]


def test_the_same_number_in_two_units_is_the_same_fact():
    found = pair(metric(634.21, unit="亿元", indicator="工业产值"), metric(6342100, unit="万元", indicator="工业产值"))
    assert relations(found) == SAME
    assert found[0].same == (found[1].fact.id,)
    assert [one.why for one in found] == ["", ""]


def test_another_period_indicator_status_subject_or_zone_is_another_fact():
    one = metric(6)
    assert relations(pair(one, metric(7, period="2022"))) == ALONE
    assert relations(pair(one, metric(7, indicator="孵化器数"))) == ALONE
    assert relations(pair(one, metric(7, status=Status.TARGET))) == ALONE
    assert relations(pair(one, metric(7), subject="孵化园")) == ALONE
    assert relations(pair(one, metric(7), zone="滨江高新区")) == ALONE
    assert relations(pair(one, metric(7, unit="亩"))) == ALONE


def test_numbers_without_a_time_are_no_rivals():
    assert relations(pair(metric(6, period=""), metric(7, period=""))) == ALONE
    assert relations(pair(metric(6, period=""), metric(6, period=""))) == SAME


def test_of_rivals_the_exact_one_is_chosen():
    found = pair(metric(600, qualifier=Qualifier.OVER), metric(634), docs="ba")
    assert relations(found) == [(0, 1, False), (0, 1, True)]
    assert found[0].why == "采用了另一说法：634家，因为它更精确"
    assert found[1].why == "另有说法：超600家；采用这一说法，因为它更精确"


def test_of_exact_rivals_the_newer_article_is_chosen():
    found = pair(metric(6), metric(7))
    assert relations(found) == [(0, 1, False), (0, 1, True)]
    assert found[1].why == "另有说法：6家；采用这一说法，因为文章日期较新"


def test_an_article_without_a_date_comes_last():
    assert [one.chosen for one in pair(metric(6), metric(7), docs="da")] == [False, True]


def test_of_the_same_day_the_zones_own_office_is_chosen():
    found = pair(metric(6), metric(7), docs="ac")
    assert [one.chosen for one in found] == [False, True]
    assert found[1].why == "另有说法：6家；采用这一说法，因为出自该区自己的发布"


def test_else_what_stands_first():
    found = settle(published(fact(metric(6), number=1)), published(fact(metric(7), number=2)))
    assert [one.chosen for one in found] == [True, False]
    assert found[0].why == "另有说法：7家；采用这一说法，因为它出现在先"


def test_what_a_person_checked_goes_before_everything():
    checked = published(fact(metric(5, qualifier=Qualifier.ABOUT), number=1, doc="d.txt"), override=override())
    found = settle(checked, published(fact(metric(7), number=2, doc="b.txt")))
    assert [one.chosen for one in found] == [True, False]
    assert found[0].why == "另有说法：7家；采用这一说法，因为经人工核对"


def test_the_same_twice_and_a_rival():
    found = settle(
        published(fact(metric(6), number=1, doc="a.txt")),
        published(fact(metric(6), number=2, doc="b.txt")),
        published(fact(metric((7, 8.5)), number=3, doc="b.txt")),
    )
    assert relations(found) == [(1, 1, True), (1, 1, True), (0, 2, False)]
    assert found[0].why == "另有说法：7—8.5家；采用这一说法，因为它更精确"


def test_growth_without_a_level_can_be_rival():
    found = pair(metric(None, unit="", change=36), metric(None, unit="", change=-3.5))
    assert [one.chosen for one in found] == [False, True]
    assert found[0].why == "采用了另一说法：-3.5%，因为文章日期较新"


def test_numbers_of_one_sentence_are_no_rivals():
    assert relations(pair(metric(6), metric(7), docs="aa")) == [(0, 1, True), (0, 1, False)]
    sentence = "108家申请，8家获批。"
    one, other = (fact(metric(value), number=value, sentence=sentence) for value in (108, 8))
    assert relations(settle(published(one), published(other))) == ALONE


def test_a_zone_has_one_level_but_may_have_two_cities_and_many_names():
    def identities(attribute: Attribute, first: str, second: str) -> list[Published]:
        return pair(Identity(attribute=attribute, value=first), Identity(attribute=attribute, value=second))

    assert relations(identities(Attribute.CITY, "望江", "望江市")) == SAME
    assert relations(identities(Attribute.CITY, "望江", "临水")) == ALONE
    assert relations(identities(Attribute.ALIAS, "临高新", "水高区")) == ALONE
    assert relations(identities(Attribute.PROVINCE, "江苏", "江苏省")) == SAME
    assert [one.chosen for one in identities(Attribute.LEVEL, "省级", "国家级")] == [False, True]


def test_a_precise_date_goes_before_a_vague_one():
    found = pair(
        Identity(attribute=Attribute.FOUNDED, value="2010-09"), Identity(attribute=Attribute.FOUNDED, value="2010")
    )
    assert [one.chosen for one in found] == [True, False]
    assert found[1].why == "采用了另一说法：2010-09，因为它更精确"


def test_the_same_thing_of_every_other_kind():
    same = [
        (event("甲与乙签约"), event("甲与乙 签约")),
        (
            Cooperation(partner="某大学", type=CooperationType.JOINT, about="研究院"),
            Cooperation(partner="某大学", type=CooperationType.JOINT),
        ),
        (Industry(name="半导体", role=IndustryRole.KEY), Industry(name="半导体", role=IndustryRole.KEY)),
        (
            Organisation(name="甲（临水）公司", type=OrganisationType.COMPANY),
            Organisation(name="甲(临水)公司", type=OrganisationType.COMPANY),
        ),
        (Honour(title="国家级孵化器"), Honour(title="“国家级孵化器”", date="2020")),
        (Person(name="张三", role="主任"), Person(name="张三", role="主任")),
    ]
    for first, second in same:
        assert relations(pair(first, second)) == SAME
    assert relations(pair(event("甲与乙签约"), event("甲与乙签约", "2021"))) == ALONE


def test_the_order_of_facts_stays():
    facts = [published(fact(metric(number), number=number)) for number in (3, 1, 2)]
    assert [one.fact.id for one in settle(*facts)] == [one.fact.id for one in facts]
