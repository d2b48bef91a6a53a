from generator.model import Attribute, Identity, Industry, IndustryRole, Organisation, OrganisationType
from generator.publish import publish
from tests.gold_facts import seed_articles, seed_facts
from tests.make import article, event, fact, metric, override, published

PROFILES = ["保定高新区", "成都高新区", "昆山高新区", "南湖高新区", "苏州高新区", "阅海湾中央商务区"]
PROFILES += ["舟山现代海洋产业创新服务综合体园区", "紫竹高新区"]


def test_zones_come_in_pinyin_order_and_articles_newest_first():
    facts = [published(fact(metric(1), number=n, zone=zone)) for n, zone in enumerate(["望江高新区", "滨江高新区"])]
    archive = publish(facts, [article("a.txt"), article("b.txt", date="2024-03"), article("c.txt", date="2024")])
    assert [zone.name for zone in archive.zones] == ["滨江高新区", "望江高新区"]
    assert [one.doc for one in archive.articles] == ["b.txt", "c.txt", "a.txt"]


def test_the_order_of_facts_and_articles_does_not_count():
    facts = [published(one) for one in seed_facts()]
    assert publish(facts, seed_articles()) == publish(facts[::-1], seed_articles()[::-1])


def test_zones_that_much_is_known_of_have_profiles_and_those_named_in_passing_have_none():
    archive = publish([published(one) for one in seed_facts()], seed_articles())
    assert [zone.name for zone in archive.zones if zone.profile] == PROFILES
    assert [zone.name for zone in archive.zones if not zone.profile] == ["漕河泾开发区", "张江高科技园区"]


def test_a_list_of_industries_alone_makes_no_profile():
    industries = [Industry(name=f"产业{n}", role=IndustryRole.KEY) for n in range(9)]
    facts = [published(fact(content, number=n)) for n, content in enumerate(industries)]
    assert [zone.profile for zone in publish(facts, ()).zones] == [False]
    facts.append(published(fact(event("签约"))))
    assert [zone.profile for zone in publish(facts, ()).zones] == [True]


def test_figures_alone_make_a_profile():
    facts = [published(fact(metric(n), number=n)) for n in range(1, 6)]
    assert [zone.profile for zone in publish(facts, ()).zones] == [True]


def test_few_facts_make_no_profile_unless_a_person_added_them_all():
    one = fact(Organisation(name="甲", type=OrganisationType.COMPANY))
    assert [zone.profile for zone in publish([published(one)], ()).zones] == [False]
    added = published(one, override=override())
    assert [zone.profile for zone in publish([added], ()).zones] == [True]
    assert [zone.profile for zone in publish([added, published(fact(metric(1)))], ()).zones] == [False]


def test_other_names_come_from_rules_people_and_articles():
    alias = fact(Identity(attribute=Attribute.ALIAS, value="昆高新"), zone="昆山高新区")
    (zone,) = publish([published(alias)], (), {"昆山高新区": ("昆高", "昆山高新区")}).zones
    assert zone.aliases == ("昆山高新技术产业开发区", "昆高", "昆高新")


def test_nothing_is_published_of_nothing():
    assert publish([], ()).zones == ()
