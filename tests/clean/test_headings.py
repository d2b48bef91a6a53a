import pytest

from generator.clean.headings import choose_title, find_title, is_heading


@pytest.mark.parametrize(
    "line",
    [
        "【聚】",
        "关键词：创新",
        "一、临江新城：百余个项目达产",
        "■ 下一程",
        "◆临江经开区：首次进入50强",
        "工业挑大梁",
        "3 发展思路",
        "重点合作内容有哪些？",
        "——访某某",
        "第一章 总则",
    ],
)
def test_headings(line):
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "园区新增企业20家。",
        "到2015年，产值达到600亿元；",
        "(一)设立规模1亿元的产业基金，扶持数据企业成长；",
        "王建国：总投资157亿元",
        "主任在现场给出了时间表——",
        "为此，园区提出了“打造国内一流产",
        "要点包括：",
        "2023-05-06",
        "常住人口 17.4万人",
        "",
        "园区" * 40,
    ],
)
def test_no_headings(line):
    assert not is_heading(line)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["临江高新区揭牌", "园区昨日揭牌。"], "临江高新区揭牌"),
        (["布局六条产业链", "临江高新区走集群化新路"], "临江高新区走集群化新路"),
        (["临江高新区", "发布机会清单"], "临江高新区发布机会清单"),
        (["走进“安全谷”", "——临江高新区产业一瞥"], "走进“安全谷”"),
        (["“品牌”牵手“空间”", "临江开发区共建分园记"], "“品牌”牵手“空间”"),
        (["临江经济开发区[编辑]"], "临江经济开发区"),
        (["当前位置：首页 > 新闻", "临江高新区揭牌"], "临江高新区揭牌"),
        (["园区昨日揭牌。", "临江高新区"], ""),
        ([], ""),
    ],
)
def test_title(lines, title):
    assert find_title(lines) == title


def test_no_lines_no_title():
    assert choose_title([]) == ""
