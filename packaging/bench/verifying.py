"""Measures checking quotations against made-up reports: `python packaging/bench/verifying.py [--articles N]`.

A third of the quotations is exact, a third has changed characters, and a third stands in no report.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from library import Writer, build_library
from reader.model.query import ArticleQuery
from reader.services.session import Session

QUOTATIONS = 500
LENGTH = 40
GOAL = 5.0
"""Seconds for a document with QUOTATIONS quotations, at 2,000 articles."""


def document(session: Session, chance: random.Random) -> str:
    """A document that quotes the library."""
    ids = session.library.articles.ids(ArticleQuery())
    stranger, quotations = Writer(99), []
    for number in range(QUOTATIONS):
        if number % 3 == 2:
            quotation = stranger.phrase(LENGTH)[:LENGTH]
        else:
            text = session.library.articles.text(chance.choice(ids)).translate(str.maketrans("", "", "\n“”…"))
            start = chance.randrange(max(1, len(text) - LENGTH))
            quotation = text[start : start + LENGTH]
            if number % 3 == 1:
                quotation = quotation[:15] + "甴" + quotation[16:]
        quotations.append(f"会议指出，“{quotation}”。")
    return "\n".join(quotations)


def main() -> int:
    """Make the library, check the document, tell; 1 when the goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "library.db"
        build_library(path, asked.articles)
        with Session(path) as session:
            text = document(session, random.Random(1))
            started = time.perf_counter()
            found = session.verifying.verify_text(text)
            seconds = time.perf_counter() - started
            print(f"{len(found.checked)} quotations, {asked.articles} articles: {seconds:.2f} s", flush=True)
            print("  ", dict(Counter(each.verdict.value for each in found.checked)))
    finally:
        shutil.rmtree(folder)
    return int(asked.articles == 2_000 and seconds > GOAL)


if __name__ == "__main__":
    sys.exit(main())
