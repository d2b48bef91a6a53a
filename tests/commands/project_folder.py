"""A small project in a folder, for the tests of commands."""

from __future__ import annotations

from pathlib import Path

from generator.cli import main

NAME = "a.txt"
TEXT = (
    "临水高新区半导体产业加快集聚\n"
    "2024-03-12\n"
    "2023年，临水高新区规上工业产值达到512.6亿元，同比增长8.5%。\n"
    "2023年5月，临水高新区与望江大学签订战略合作协议。\n"
    "临水芯光半导体有限公司落户临水高新区。\n"
)
ZONE = "临水高新区"


def project(folder: Path, **articles: str) -> Path:
    (folder / "mkdocs.yml").write_text("site_name: 园鉴\n", encoding="utf-8")
    seeds = folder / "seeds" / "articles"
    seeds.mkdir(parents=True)
    for name, text in (articles or {"a": TEXT}).items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, command: str, *arguments: str) -> int:
    return main([command, "--root", str(folder), *arguments])


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
