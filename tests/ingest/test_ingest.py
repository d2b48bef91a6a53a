import os

import pytest

from generator.ingest import find_articles, read_article
from generator.problems import ProblemError


def told(path):
    with pytest.raises(ProblemError) as caught:
        read_article(path)
    return caught.value.problem.text().replace(str(path), "x.txt")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            b"",
            "x.txt: FILE-EMPTY: no text in it; found 0 bytes. Fix: add the article or remove it",
        ),
        (
            b"\xef\xbb\xbf \r\n\t\n",
            "x.txt: FILE-EMPTY: no text in it; found 8 bytes of white space. Fix: add the article or remove it",
        ),
        (
            b"%PDF-1.7 ...",
            "x.txt: FILE-BINARY: not a text file; found a PDF file; expected text in UTF-8 or GB18030. "
            "Fix: save it as UTF-8 text",
        ),
        (
            b"PK\x03\x04....",
            "x.txt: FILE-BINARY: not a text file; found a zip archive or an office document; "
            "expected text in UTF-8 or GB18030. Fix: save it as UTF-8 text",
        ),
        (
            "园区".encode() + b"\x00",
            "x.txt: FILE-BINARY: not a text file; found a zero byte at offset 6; "
            "expected text in UTF-8 or GB18030. Fix: save it as UTF-8 text",
        ),
        (
            b"\x01\x02\x03 abc",
            "x.txt: FILE-BINARY: not a text file; found 3 control characters; "
            "expected text in UTF-8 or GB18030. Fix: save it as UTF-8 text",
        ),
        (
            "园区".encode("utf-16"),
            "x.txt: FILE-ENCODING: neither UTF-8 nor GB18030; found UTF-16; "
            "expected text in UTF-8 or GB18030. Fix: save it as UTF-8 text",
        ),
        (
            "园区".encode() + b"\xff\xff",
            "x.txt: FILE-ENCODING: neither UTF-8 nor GB18030; found byte 0xff at offset 6; "
            "expected text in UTF-8 or GB18030. Fix: save it as UTF-8 text",
        ),
    ],
    ids=["empty", "blank", "pdf", "zip", "zero", "control", "utf-16", "undecodable"],
)
def test_no_article(tmp_path, data, text):
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert told(path) == text


def test_missing(tmp_path):
    assert told(tmp_path / "x.txt") == "x.txt: FILE-MISSING: no such file. Fix: check the path"


def test_folder(tmp_path):
    (tmp_path / "x.txt").mkdir()
    assert told(tmp_path / "x.txt") == "x.txt: FILE-FOLDER: a folder, not a file. Fix: name the file in it"


def test_unreadable(tmp_path, monkeypatch):
    def refuse(path, mode):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert told(tmp_path / "x.txt") == "x.txt: FILE-UNREADABLE: no permission to read it. Fix: change its mode"


def test_link_to_itself(tmp_path):
    (tmp_path / "x.txt").symlink_to(tmp_path / "x.txt")
    assert told(tmp_path / "x.txt") == (
        "x.txt: FILE-UNREADABLE: cannot be read: Too many levels of symbolic links. Fix: check the file"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_and_line_ends(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes("临江高新区\r\n产值5亿元。\r".encode(encoding))
    article = read_article(path)
    assert article.text == "临江高新区\r\n产值5亿元。\r"
    assert article.doc == "a.txt"
    assert article.encoding == ("gb18030" if encoding == "gb18030" else "utf-8")


def test_sidecar_goes_before_the_text(tmp_path):
    (tmp_path / "a.txt").write_text("临江高新区揭牌\n来源：临江日报 2020-01-02\n昨日揭牌。", encoding="utf-8")
    (tmp_path / "a.yml").write_text("date: 2020-01-03\npublisher: ''\n", encoding="utf-8")
    article = read_article(tmp_path / "a.txt")
    assert (article.title, article.publisher, article.date) == ("临江高新区揭牌", "", "2020-01-03")


def test_find_articles(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    for file in (inside / "b.txt", inside / "a" / "z.txt", inside / "c.yml", inside / ".hidden.txt", outside / "o.txt"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("文", encoding="utf-8")
    (inside / "leads_out.txt").symlink_to(outside / "o.txt")
    (inside / "leads_in.txt").symlink_to(inside / "b.txt")
    (inside / "folder").symlink_to(outside)
    named = outside / "any.name"
    assert find_articles([named, inside, inside / "b.txt"]) == [
        named,
        inside / "a" / "z.txt",
        inside / "b.txt",
        inside / "leads_in.txt",
    ]


def test_order_does_not_depend_on_the_listing(tmp_path, monkeypatch):
    for name in "dbca":
        (tmp_path / f"{name}.txt").write_text("文", encoding="utf-8")
    found = find_articles([tmp_path])
    walk = os.walk
    monkeypatch.setattr(os, "walk", lambda top: ((place, dirs, files[::-1]) for place, dirs, files in walk(top)))
    assert find_articles([tmp_path]) == found == sorted(found)
