"""The heads of the real articles, as a person reads them."""

from pathlib import Path

import pytest

from generator.ingest import read_article

HEADS = {
    "seeds/articles/000_281d213ca576406f.txt": ("", "", "2024-03", "", ""),
    "seeds/articles/001_ef747cae626b9d04.txt": (
        "成都高新区与昆山高新区遥相呼应、笃定前行：以集群聚合力，以转化促跨越",
        "第一昆山网",
        "2025-07",
        "http://www.mrhx-water.cn/news/detail/268500",
        "汤天伦、吕科",
    ),
    "seeds/articles/002_dfc33908b24865c2.txt": (
        "南湖高新区：聚焦“一带三平台”跃升 持续走在全省高新区前列",
        "嘉兴日报",
        "2023-02-10",
        "",
        "",
    ),
    "seeds/articles/003_8701b1438f67845e.txt": (
        "苏州高新区秉承长三角一体化发展思维，积极鼓励企业“走出去”",
        "苏州高新区",
        "2021-06-07",
        "",
        "夏燕燕",
    ),
    "seeds/articles/004_1bd78171d87cf0be.txt": (
        "苏州高新区走集群化发展新路",
        "科技日报",
        "2021-01",
        "",
        "张伟敏、张晔",
    ),
    "tests/corpus/d01.txt": (
        "光谷2024年成绩单出炉：GDP站上3200亿元 国家高新区排名再进三位",
        "光谷观察",
        "2025-02-08",
        "",
        "林一舟",
    ),
    "tests/corpus/d02.txt": (
        "西安高新区发布“期中答卷”：生产总值跨过1500亿元 五大主导产业增长35.2%",
        "西部开发区网",
        "2022-07-29",
        "",
        "",
    ),
    "tests/corpus/d03.txt": ("国家高新区最新座次揭晓 合肥高新区列第七", "园区财经", "2023-02-17", "", ""),
    "tests/corpus/d04.txt": (
        "93个重大项目同日签约动工 广州开发区再添千亿投资",
        "湾区产业报",
        "2022-10-29",
        "",
        "开宣",
    ),
    "tests/corpus/d05.txt": (
        "亿元基金加五千万专项资金 贵阳高新区推出大数据招商引智新政",
        "科技周刊",
        "2015-08-29",
        "",
        "",
    ),
    "tests/corpus/d06.txt": ("郑州经济技术开发区", "", "", "", ""),
    "tests/corpus/d07.txt": (
        "从百家到千家：沈阳高新区的“新字号”这样长大",
        "辽沈园区周刊",
        "2022-08-19",
        "",
        "文心",
    ),
    "tests/corpus/d08.txt": ("七个项目、157亿元，枣庄高新区的“快”从哪来", "鲁南经济导报", "2022-10-10", "", "乔木"),
    "tests/corpus/d09.txt": ("99个开发区同台竞技 南昌高新区综合得分全省第一", "赣鄱园区报", "2020-05-04", "", ""),
    "tests/corpus/d10.txt": ("五年跨过五个百亿台阶 宜宾三江新区这样“拔节”", "长江经济观察", "2025-10-16", "", "陆离"),
    "tests/corpus/d11.txt": (
        "【园区动态】三个省重点扶持园区晒进度 哈南新城两年引来11家世界500强",
        "哈尔滨产业信息",
        "2011-10-12",
        "",
        "",
    ),
    "tests/corpus/d12.txt": ("草原云谷“算”出新动能", "北疆产经网", "2025-07-25", "", ""),
    "tests/corpus/d13.txt": ("“海淀品牌”牵手“港城空间”", "渤海新报", "2017-01-18", "", "沈潮"),
    "tests/corpus/d14.txt": ("百万辆汽车城在柳东新区破土", "华南制造网", "2011-02-17", "", "黎山"),
    "tests/corpus/d15.txt": ("走进“中国安全谷”", "彭城园区行", "", "", "岳见"),
    "tests/corpus/d16.txt": ("一周园区速览(浙南版)", "", "2025-01-20", "", "东瓯"),
}


@pytest.mark.parametrize("file", HEADS)
def test_head(file):
    article = read_article(Path(file))
    assert (article.title, article.publisher, article.date, article.url, article.author) == HEADS[file]


def test_text_is_the_file_decoded():
    for file in HEADS:
        data = Path(file).read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030")
        assert read_article(Path(file)).text == text
