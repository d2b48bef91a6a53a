import pytest

from generator.clean.script import simplify
from generator.mapped import MappedText
from generator.reading import Mend, Repair


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("開發區產業鏈", "开发区产业链"),
        ("爲為衆羣綫裏線裡", "为为众群线里线里"),
        ("乾燥的倉庫，乾隆年間建成", "干燥的仓库，乾隆年间建成"),
        ("關於瞭解園區", "关于了解园区"),
        ("隨著產業發展，著名企業顯著增加", "随着产业发展，著名企业显著增加"),
        ("著力培育，意味著機遇", "着力培育，意味着机遇"),
        ("園區長期圍繞著創新發展", "园区长期围绕着创新发展"),
        ("覈准設立，佔地百畝，餘額不足", "核准设立，占地百亩，余额不足"),
    ],
)
def test_traditional(text, simple):
    assert simplify(MappedText.of(text))[0].text == simple


@pytest.mark.parametrize(
    "text",
    [
        "乾隆年间的著名著作，於先生瞭望台",
        "临江高新区与崑山合作，产业园区发展迅速",
        "東京の開発区は、新しい産業を育てています。",
        "",
        "2023",
    ],
)
def test_left_alone(text):
    assert simplify(MappedText.of(text)) == (MappedText.of(text), [])


def test_a_traditional_line_in_a_simplified_text():
    text = "园区今年新增企业二十家，发展很快。\n產業園區發展迅速，總產值達到百億元。"
    assert (
        simplify(MappedText.of(text))[0].text
        == "园区今年新增企业二十家，发展很快。\n产业园区发展迅速，总产值达到百亿元。"
    )


def test_repairs_are_the_runs_that_changed():
    assert simplify(MappedText.of("新區發展"))[1] == [Repair(Mend.SCRIPT, 1, 3, "區發", "区发")]
