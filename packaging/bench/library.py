"""Measures a library of made-up Chinese reports: `python packaging/bench/library.py [--articles N]`.

Every figure that has a peer is printed with it, measured in the same run, so that the machine's speed cancels out.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from reader.library import Library
from reader.model.annotation import Annotation, Kind
from reader.model.article import CapturedArticle, Fetch, Metadata
from reader.model.blocks import Block, BlockKind
from reader.model.query import ArticleQuery, SortKey

# Frequent in reports on governance, the most frequent first; words are made of them at random.
CHARACTERS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "社区治理基层党建网格服务群众矛盾纠纷化解调解平安街道乡镇村委居委书记代表议事协商红色引领融合共享资源力量队伍培训考核责任清单"
    "监督公开项目资金设施环境卫生养老托幼教育医疗就业创业文化活动志愿积分兑换热线平台数据信息智慧城市综合执法应急消防物业业委会楼"
    "栋长户联系走访排查隐患整改落实推进机制制度创新模式经验典型示范点位覆盖率满意度提升保障支持参与共同缔造美好家园幸福生活乡村振兴"
)
SOURCES = ("云岭日报", "青禾县融媒体中心", "云岭市委组织部", "江岸新区党建网", "基层治理观察", None)
SENTENCE_ENDS = "，，，，。。；：、"
LONG_EVERY, LONG_CHARACTERS = 400, 50_000
BATCH = 500


class Writer:
    """Makes texts whose words are as unevenly frequent as in real ones; the same seed makes the same texts."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        weights = [1 / (rank + 5) for rank in range(len(CHARACTERS))]
        self.words = [
            "".join(self._random.choices(CHARACTERS, weights, k=self._random.choice((1, 2, 2, 2, 3, 4))))
            for _ in range(6000)
        ]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def phrase(self, words: int) -> str:
        """So many words in a row."""
        return "".join(self._random.choices(self.words, cum_weights=self._weights, k=words))

    def paragraphs(self, chars: int) -> list[str]:
        """A text of about so many characters."""
        found: list[str] = []
        while chars > 0:
            text = "".join(
                self.phrase(self._random.randint(3, 9)) + self._random.choice(SENTENCE_ENDS) for _ in range(8)
            )
            text += f"共{self._random.randint(2, 99)}个网格，占{self._random.randint(1, 99)}%。"
            found.append(text)
            chars -= len(text)
        return found

    def article(self, number: int, chars: int) -> CapturedArticle:
        """One report."""
        paragraphs = self.paragraphs(LONG_CHARACTERS if number % LONG_EVERY == LONG_EVERY - 1 else chars)
        html = "".join(f"<p>{each}</p>" for each in paragraphs)
        return CapturedArticle(
            metadata=Metadata(
                title=self.phrase(6) + f"第{number}号",
                published=f"{self._random.randint(2015, 2026)}-{self._random.randint(1, 12):02}-15",
                source=self._random.choice(SOURCES),
                url=f"https://qinghe.example/{number}.html",
                site="qinghe.example",
                language="zh",
            ),
            blocks=tuple(Block(BlockKind.PARAGRAPH, each) for each in paragraphs),
            html=html,
            markdown="",
            encoding="utf-8",
            fetch=Fetch(html.encode(), "text/html", "2026-11-22T08:00:00Z"),
        )


def build_library(path: Path, articles: int, chars: int = 1870) -> Path:
    """Make a library of so many reports at `path` and give `path`; nothing is done when it is there already.

    One report in 400 has 50,000 characters, one in 50 an annotation, one in ten a tag.
    """
    if path.exists():
        return path
    writer = Writer()
    unfinished = path.with_name(path.name + ".part")
    unfinished.unlink(missing_ok=True)
    with Library.open(unfinished) as library:
        for start in range(0, articles, BATCH):
            with library.transaction():
                ids = [
                    library.articles.add(writer.article(number, chars)).id
                    for number in range(start, min(start + BATCH, articles))
                ]
                for id in ids[::50]:
                    annotate(library, id)
                library.articles.tag(ids[::10], ["学习材料"])
        library.index.optimize()
    return unfinished.rename(path)


def annotate(library: Library, id: str) -> None:
    """Mark the first characters of an article, with a note."""
    quote = library.articles.content(id).text[:12]
    library.annotations.add(
        Annotation("", id, 1, Kind.BORROW, quote=quote, start=0, end=12, note="可借鉴，会上讨论", creator="记录员")
    )


def milliseconds(action: Callable[[], object]) -> float:
    """How long `action` takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def percentiles(times: list[float]) -> str:
    """The median and the 95th percentile."""
    ordered = sorted(times)
    return f"p50 {ordered[len(ordered) // 2]:8.2f}  p95 {ordered[int(len(ordered) * 0.95)]:8.2f} ms"


def queries(writer: Writer, length: int, count: int) -> list[str]:
    """Strings of exactly `length` characters that occur in such texts."""
    found: list[str] = []
    while len(found) < count:
        phrase = writer.phrase(4)
        if len(phrase) >= length:
            found.append(phrase[:length])
    return found


def measure(path: Path) -> Iterator[str]:
    """The lines of the report."""
    writer = Writer(2)
    scan = sqlite3.connect(path)
    text_bytes = scan.execute("SELECT sum(length(CAST(text AS BLOB))) FROM texts").fetchone()[0]
    index_bytes = scan.execute(
        "SELECT sum(length(block)) FROM (SELECT block FROM text_index_data UNION ALL "
        "SELECT block FROM head_index_data UNION ALL SELECT block FROM mark_index_data)"
    ).fetchone()[0]
    sizes = f"{index_bytes / 1e6:.0f} / {text_bytes / 1e6:.0f} MB"
    yield f"index / text size      {index_bytes / text_bytes:.2f}  ({sizes})"
    with Library.open(path) as library:
        for length in (1, 2, 4):
            asked = queries(writer, length, 60)
            library.index.search(asked[0])
            ours = [milliseconds(lambda q=each: library.index.search(q)) for each in asked]
            by_date = [milliseconds(lambda q=each: library.index.search(q, sort="date")) for each in asked]
            like = [milliseconds(lambda q=each: _scan(scan, q)) for each in asked[:5]]
            ratio = sorted(like)[len(like) // 2] / sorted(ours)[len(ours) // 2]
            yield f"search, {length} characters   {percentiles(ours)}  LIKE scan / ours {ratio:.1f}"
            yield f"  by date              {percentiles(by_date)}"
            filtered = [milliseconds(lambda q=each: library.articles.ids(ArticleQuery(text=q))) for each in asked[:20]]
            yield f"  list filter          {percentiles(filtered)}"
        for sort in SortKey:
            times = [milliseconds(lambda s=sort: _first_rows(library, s)) for _ in range(5)]
            yield f"first rows by {sort.value:12}{percentiles(times)}"
        times = [milliseconds(library.articles.counts) for _ in range(5)]
        yield f"counts                 {percentiles(times)}"
        ids = library.articles.ids(ArticleQuery(limit=200))
        times = [milliseconds(lambda i=each: annotate(library, i)) for each in ids]
        yield f"annotation committed   {percentiles(times)}"
        times = [milliseconds(lambda n=n: library.articles.add(writer.article(n, 2000))) for n in range(50)]
        yield f"article added          {percentiles(times)}"
        times = [milliseconds(lambda i=each: library.sketches.candidates(i, 12)) for each in ids]
        yield f"near-duplicates of one {percentiles(times)}"
        yield f"reposts found          {_reposts_found(library, ids[:40]):.0%}  (5 % of the characters edited)"


def _scan(connection: sqlite3.Connection, query: str) -> list[tuple[int]]:
    return connection.execute("SELECT version FROM texts WHERE text LIKE ?", (f"%{query}%",)).fetchall()


def _reposts_found(library: Library, ids: list[str]) -> float:
    """Of reposts that differ in one character of twenty, how many come first among the candidates of their original."""
    chance, found = random.Random(3), 0
    for number, id in enumerate(ids):
        text = library.articles.content(id).text
        edited = "".join(chance.choice(CHARACTERS) if chance.random() < 0.05 else each for each in text)
        repost = replace(Writer(number).article(0, 10), blocks=(Block(BlockKind.PARAGRAPH, edited),))
        added = library.articles.add(repost).id
        found += library.sketches.candidates(id, 12)[:1] == [added]
    return found / len(ids)


def _first_rows(library: Library, sort: SortKey) -> None:
    library.articles.rows(library.articles.ids(ArticleQuery(sort=sort))[:200])


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="a folder in which the library stays for the next run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = (options.keep or Path(folder)) / f"bench-{options.articles}.db"
        took = milliseconds(lambda: build_library(path, options.articles))
        print(f"library of {options.articles} articles, built in {took / 1000:.0f} s")
        for line in measure(path):
            print(line, flush=True)


if __name__ == "__main__":
    main()
