"""How fast facts are extracted: against jieba.posseg, on two cores, and of four times as many articles."""

from __future__ import annotations

import statistics
import subprocess
import sys

import jieba.posseg

from generator.annotate import annotate
from generator.clean import clean
from generator.extract import find
from generator.facts import settle
from generator.ingest import find_articles, read_article
from generator.reading import Document
from tests.bench.table import ROOT, Result, Row, Stage, environment, run
from tests.bench.timing import in_turn, ratio, waited
from tests.synthetic.project import write_articles

FASTER, CORES, SLOWER, MEMORY, MOST = 5.0, 1.8, 4.4, 1.2, 500
ZONES, FEW, MANY, FOR_CORES = 400, 2500, 10_000, 1500
RUNS_OF_MINUTES = 3


def documents() -> list[Document]:
    """The seeds and the corpus, cleaned."""
    paths = find_articles([ROOT / "seeds" / "articles", ROOT / "tests" / "corpus"])
    return [clean(read_article(path)) for path in paths]


def extract(read: list[Document]) -> int:
    """All facts of the documents."""
    return sum(len(settle(document, find(annotate(document)))) for document in read)


def tag(texts: list[str]) -> int:
    """All words of the texts with their parts of speech."""
    return sum(1 for text in texts for _ in jieba.posseg.cut(text))


def against_jieba(stage: Stage) -> Result:
    """Cleaned text through the extraction and through jieba.posseg."""
    read = documents()
    texts = [
        "\n".join(paragraph.text.text for story in document.stories for paragraph in story.paragraphs)
        for document in read
    ]
    size = sum(map(len, texts))
    tagging, extracting = in_turn([lambda: tag(texts), lambda: extract(read)])
    faster = ratio(tagging, extracting)
    speeds = [size / statistics.median(times) for times in (extracting, tagging)]
    detail = "{:,.0f} characters/s against {:,.0f}, {:,} characters of seeds and corpus, median of {}"
    return Result(f"{faster:.1f} times", faster >= FASTER, detail.format(*speeds, size, len(tagging)))


def on_two_cores(stage: Stage) -> Result:
    """`extract` with one process and with two."""
    folder = stage.folder / "for cores"
    count = stage.sized(FOR_CORES)
    write_articles(folder, count, stage.sized(ZONES), seed=2)

    def extracting(jobs: int) -> None:
        run(ROOT, "generator", "extract", "--jobs", str(jobs), "--output", str(stage.folder / "out"), str(folder))

    one, two = in_turn([lambda: extracting(1), lambda: extracting(2)], clock=waited, warm=False)
    faster = ratio(one, two)
    detail = f"{statistics.median(two):.1f} s against {statistics.median(one):.1f} s, {count} articles, median of 5"
    return Result(f"{faster:.2f} times", faster >= CORES, detail)


def growing(stage: Stage) -> Result:
    """Extraction, storing and resolving of 2,500 and of 10,000 articles, each in a process of its own."""
    few, many = stage.sized(FEW), stage.sized(MANY)
    for count in (few, many):
        place = stage.folder / f"{count} articles"
        write_articles(place / "seeds" / "articles", count, stage.sized(ZONES), seed=3)
        (place / "mkdocs.yml").write_text("site_name: 园鉴\n", encoding="utf-8")
    rounds = [[_whole(stage, count) for count in (few, many)] for _ in range(RUNS_OF_MINUTES)]
    slower = statistics.median(large[0] / small[0] for small, large in rounds)
    larger = statistics.median(large[1] / small[1] for small, large in rounds)
    most = max(large[1] for _, large in rounds)
    detail = "{:.0f} s against {:.0f} s, {:.0f} MB against {:.0f} MB, median of {}".format(
        *(
            statistics.median(column)
            for column in ([large[0] for _, large in rounds], [small[0] for small, _ in rounds])
        ),
        *(
            statistics.median(column)
            for column in ([large[1] for _, large in rounds], [small[1] for small, _ in rounds])
        ),
        len(rounds),
    )
    met = slower <= SLOWER and larger <= MEMORY and most < MOST
    return Result(f"{slower:.2f} times the time, {larger:.2f} times the memory, {most:.0f} MB", met, detail)


def _whole(stage: Stage, count: int) -> tuple[float, float]:
    """Seconds and megabytes of one run over so many articles."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.whole", str(stage.folder / f"{count} articles")],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes)


ROWS = (
    Row("extraction", "extraction against jieba.posseg, one core", "≥ 5 times as fast", against_jieba),
    Row("cores", "extraction on two cores against one", "≥ 1.8 times as fast", on_two_cores),
    Row(
        "growth",
        "10,000 articles against 2,500: extraction, resolve, store",
        "≤ 4.4 times the time, ≤ 1.2 times the memory, < 500 MB",
        growing,
    ),
)
