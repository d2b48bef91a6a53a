import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import identity
from generator.extract.identity_places import contradicts, home_of
from generator.extract.identity_words import Said
from generator.model import Attribute, Identity
from generator.reading import Context, Draft
from tests.extract.told import OTHER, ZONE, assert_within_its_sentence, cases, told


def said(draft: Draft) -> str:
    assert isinstance(draft.content, Identity)
    zone = "" if draft.owner.zone == ZONE else f" @{draft.owner.zone}"
    return f"{draft.content.attribute.value} {draft.content.value}{zone}"


def found(context: Context) -> list[str]:
    return [said(draft) for draft in identity.find(context)]


@pytest.mark.parametrize("case", cases("identity"), ids=lambda case: case["text"][:24])
def test_identity(case: dict) -> None:
    assert found(told(case["text"])) == case["found"]


def test_a_zone_has_its_highest_level() -> None:
    article = told("2006年云州高新区被认定为省级开发区。", "2012年升级为国家级高新区。")
    assert [one for one in found(article) if one.startswith("级别")] == ["级别 国家级高新区"]


def test_the_state_s_approval_goes_before_the_province_s() -> None:
    article = told("2006年3月，云州高新区经省政府批准设立。2012年8月，园区经国务院批准升级为国家级高新区。")
    assert [one for one in found(article) if one.startswith("批准")] == ["批准时间 2012-08"]


def test_a_value_is_told_once() -> None:
    article = told("素有“弹簧谷”之称的云州高新区。", "被誉为“弹簧谷”的云州高新区。")
    assert found(article) == ["别名 弹簧谷"]


def test_an_anniversary_needs_the_article_s_year() -> None:
    assert found(told("今年是云州高新区成立20周年。", date="")) == []


def test_a_city_in_the_zone_s_name_is_no_tie_by_itself() -> None:
    assert found(told("临川经开区加快建设。")) == []


def test_home_of_reads_the_place_that_a_name_begins_with() -> None:
    home = home_of("合肥高新区")
    assert home is not None
    assert (home.short, home.province) == ("合肥", "安徽")
    assert home_of("高新区") is None


def test_a_province_that_is_not_the_city_s_is_refused() -> None:
    assert contradicts("合肥高新区", Said(Attribute.PROVINCE, "江苏省", 0, 3, "identity.place"))
    assert not contradicts("合肥高新区", Said(Attribute.PROVINCE, "安徽省", 0, 3, "identity.place"))
    assert not contradicts(OTHER, Said(Attribute.PROVINCE, "江西省", 0, 3, "identity.place"))


@given(
    st.text(
        alphabet="云州高新区国家级省是为由前身原名成立于年月12升批准位于湖南省株洲市占的高地打造作为核心，、“”之称 ",
        max_size=200,
    )
)
def test_identities_never_raise_and_stay_in_their_sentence(text: str) -> None:
    for draft in identity.find(told(text)):
        assert_within_its_sentence(draft)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    list(identity.find(told(text)))
