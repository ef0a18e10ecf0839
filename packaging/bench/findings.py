"""Measures the index of terms and figures over made-up reports: `python packaging/bench/findings.py [--articles N]`.

The digests are made up too, with as many terms and figures as in real reports and words as unevenly frequent, so that
what is measured is the index and not the rules.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from itertools import accumulate
from pathlib import Path

from library import Writer, build_library, milliseconds, percentiles
from reader.library import Library
from reader.model.blocks import Span
from reader.model.digest import Digest, Figure, Term, TermKind
from reader.model.digest_index import TermSort

GOAL = 50
"""Milliseconds of the median question, at 10,000 articles."""
TERMS, FIGURES = 20, 25
"""In one article, as in the labelled reports."""
VOCABULARY = 120_000
BATCH = 20
UNITS = "个名户次件项%元人家"
TRASHED = 50


class Digests:
    """Makes digests at random; the same seed makes the same."""

    def __init__(self, seed: int = 2) -> None:
        self._random = random.Random(seed)
        writer = Writer(seed)
        self._words = [writer.phrase(self._random.choice((2, 2, 3, 3, 4))) for _ in range(VOCABULARY)]
        self._words[:4] = ["网格", "双报到", "社区", "最后一公里"]
        self._weights = list(accumulate(1 / (rank + 200) for rank in range(VOCABULARY)))

    def digest(self, length: int) -> Digest:
        """Of a text of so many characters."""
        words = self._random.choices(self._words, cum_weights=self._weights, k=TERMS + FIGURES)
        places = sorted(self._random.randrange(length - 60) for _ in words)
        terms = [
            Term(text=word, start=at, end=at + len(word), kind=TermKind.TERM, places=(Span(at, at + len(word)),) * 2)
            for word, at in zip(words[:TERMS], places, strict=False)
        ]
        figures = [
            Figure(
                text="448个",
                start=at,
                end=at + 4,
                value=self._random.randrange(10_000),
                unit=self._random.choice(UNITS),
                object=word if self._random.random() < 0.88 else "",
                sentence=Span(at, at + 50),
            )
            for word, at in zip(words[TERMS:], places, strict=False)
        ]
        return Digest(terms=tuple(terms), figures=tuple(figures))


def fill(library: Library) -> list[float]:
    """Index made-up digests of all articles; the milliseconds of each transaction."""
    digests, times, last = Digests(), [], 0
    while due := library.digests.due(1, last, BATCH):
        made = []
        for each in due:
            text = library.articles.text(each.article)
            made.append((each, digests.digest(len(text)), text))
        times.append(milliseconds(lambda made=made: library.digests.put(made, 1)))
        last = due[-1].seq
    return times


def measure(library: Library) -> bool:
    """Print how long each question takes; whether all medians meet the goal."""
    index, is_met = library.digests, True
    questions = {
        "terms, all, most reports first": lambda: index.terms(limit=50),
        "terms, all, newest first": lambda: index.terms(sort=TermSort.FIRST, limit=50),
        "terms, all, in order": lambda: index.terms(sort=TermSort.TERM, limit=50),
        "terms 双报到": lambda: index.terms("双报到", limit=50),
        "terms 区 (in thousands)": lambda: index.terms("区", limit=50),
        "reports that use 双报到": lambda: index.term_places("双报到"),
        "figures, all": lambda: index.figures(limit=100),
        "figures 网格": lambda: index.figures("网格", limit=100),
        "figures 区 (tens of thousands)": lambda: index.figures("区", limit=100),
        "figures 网格 户": lambda: index.figures("网格 户", limit=100),
        "figures of nothing": lambda: index.figures("查无此物", limit=100),
        "is anything to be digested": lambda: index.count_due(1),
    }
    for name, question in questions.items():
        times = [milliseconds(question) for _ in range(21)]
        median = sorted(times)[len(times) // 2]
        is_met = is_met and median <= GOAL
        print(f"   {name:<34} {percentiles(times)}{'' if median <= GOAL else '   over the goal'}")
    return is_met


def main() -> int:
    """Make the library, measure, and say whether the goal was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="folder in which the library of reports stays")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = build_library((asked.keep or Path(folder)) / f"bench-{asked.articles}.db", asked.articles)
        path = Path(shutil.copyfile(kept, Path(folder) / "findings.db"))
        with Library.open(path) as library:
            before = path.stat().st_size
            times = fill(library)
            print(f"   transaction of {BATCH} articles          {percentiles(times)}")
            print(f"   {len(library.digests.terms())} terms")
            is_met = measure(library)
            ids = [each.article for each in library.digests.term_places("双报到")[:TRASHED]]
            print(f"   with {TRASHED} of the articles in the trash:")
            library.articles.delete(ids)
            is_met = measure(library) and is_met
            print(f"   removing them for good: {milliseconds(lambda: library.articles.purge(ids)):.0f} ms")
        print(f"   the index takes {(path.stat().st_size - before) / 1e6:.0f} MB beside {before / 1e6:.0f} MB")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
