from generator.clean import clean
from generator.model import Article
from generator.reading import Mend

FILLER = "园区今年新增企业二十家，发展态势良好。"
HEAD = "“东湖创业基地适合企业成长，厂房、融资、招商各项服务都有。在这里，我们企业可以一心一意搞好"
TAIL = "自己的研发和生产，创业基地还会给企业提建议，帮助企业成长。”南星科技公司总经理林芳说。"


def told(text):
    document = clean(Article("a.txt", text, "utf-8"))
    stories = [(story.title, [paragraph.text.text for paragraph in story.paragraphs]) for story in document.stories]
    return stories, [repair for repair in document.repairs if repair.kind == Mend.COLUMNS], document.problems


def test_stories_are_told_apart_by_their_bylines():
    text = f"临江高新区走新路\n◎ 本报记者 王明\n{FILLER}\n\n"
    text += "南山开发区项目开工\n某某日报讯（记者李丽）1月5日，项目开工。\n\n"
    stories, _, problems = told(text)
    assert stories == [
        ("临江高新区走新路", ["临江高新区走新路", FILLER]),
        ("南山开发区项目开工", ["南山开发区项目开工", "1月5日，项目开工。"]),
    ]
    assert problems == ()


def test_a_briefing_with_sections_is_one_story():
    text = f"一周园区速览\n2025年1月20日  第3期\n◆临江经开区：进入50强\n{FILLER}\n◆南山新区：握指成拳\n{FILLER}"
    assert len(told(text)[0]) == 1


def test_a_sentence_cut_by_a_column_goes_on_in_the_next_paragraph():
    first = "去年，临江高新区接连传来好消息，省里联合印发了首批绿色产业示范基地名单，还公布了18"
    text = f"临江高新区\n\n{first}\n\n家省级特色产业园区，临江高新区位列其中。"
    stories, repairs, _ = told(text)
    assert stories[0][1][-1] == f"{first}家省级特色产业园区，临江高新区位列其中。"
    assert [(repair.before, repair.after) for repair in repairs] == [("\n\n", "")]


def test_a_piece_far_away_is_joined_in_its_own_story():
    text = (
        f"临江高新区走新路\n◎ 本报记者 王明\n{FILLER}\n{TAIL}\n创业基地由一个团队托管。\n\n\n\n"
        f"1900亿元\n临江高新区推进产业链建设。\n\n"
        f"南山有个创业基地\n◎ 本报记者 李丽\n1月，东湖创业基地的南星科技公司入选名单。\n{HEAD}\n\n小图说\n"
    )
    stories, repairs, problems = told(text)
    assert [title for title, _ in stories] == ["临江高新区走新路", "南山有个创业基地"]
    assert stories[0][1] == ["临江高新区走新路", FILLER, "1900亿元", "临江高新区推进产业链建设。"]
    assert stories[1][1][2:] == [HEAD + TAIL, "创业基地由一个团队托管。", "小图说"]
    assert len(repairs) == 1
    assert problems == ()


CHECK = "expected a partner that certainly belongs to it. Fix: check the paragraph against the original"


def test_an_end_that_has_no_certain_partner_is_reported():
    _, repairs, problems = told(f"临江高新区走新路\n{FILLER}\n{HEAD}\n{FILLER}")
    assert repairs == []
    assert [problem.text() for problem in problems] == [
        f"a.txt:3:1: TEXT-TORN: a paragraph breaks off; found …我们企业可以一心一意搞好; {CHECK}"
    ]
    assert not problems[0].fatal


def test_a_beginning_that_has_no_certain_partner_is_reported():
    problems = told(f"临江高新区走新路\n{FILLER}\n素，先后引进国网研究院等十家单位。")[2]
    assert [problem.text() for problem in problems] == [
        f"a.txt:3:1: TEXT-TORN: a paragraph begins in mid-sentence; found 素，先后引进国网研究院等…; {CHECK}"
    ]


def test_of_a_paragraph_that_stands_twice_one_is_left():
    line = "临江高新区到2022年产业链总营收突破一千亿元。"
    assert told(f"临江高新区走新路\n{line}\n{FILLER}\n{line}")[0][0][1] == ["临江高新区走新路", line, FILLER]


def test_a_pull_quote_is_left_out():
    quote = "临江高新区到2022年产业链总营收突破一千亿元。"
    assert told(f"临江高新区走新路\n{quote}\n近日，{quote}{FILLER}")[0][0][1] == [
        "临江高新区走新路",
        f"近日，{quote}{FILLER}",
    ]
