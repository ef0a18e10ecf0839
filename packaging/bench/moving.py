"""Measures a whole library going out and coming in: `python packaging/bench/moving.py [--articles N]`.

Each time stands beside that of `backup` in the same run, which copies the pages of the database file. A backup makes
nothing anew; an import reads every byte twice, sanitises and decodes in the worker process, and makes the search index.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from library import Writer  # the sibling bench makes the texts
from reader.model.article import StoredImage
from reader.services.session import Session

PICTURE_EVERY = 5
"""One article in so many has a picture."""
MOST_SECONDS_FOR_100 = {"export": 5.0, "import": 12.0}
"""Goals, generous for a slow machine: nobody minds a minute for a thousand articles."""


def picture(chance: random.Random) -> StoredImage:
    """A photograph of noise, which does not compress; about 100 KB."""
    from PIL import Image

    small = Image.frombytes("RGB", (160, 120), chance.randbytes(160 * 120 * 3))
    made = io.BytesIO()
    small.resize((640, 480)).save(made, "JPEG", quality=80)
    data = made.getvalue()
    sha256 = hashlib.sha256(data).hexdigest()
    return StoredImage(sha256, "image/jpeg", 640, 480, data, f"https://qinghe.example/{sha256}.jpg")


def fill(session: Session, articles: int, chars: int) -> None:
    """Made-up reports, three marks on each."""
    writer, chance = Writer(), random.Random(2)
    for number in range(articles):
        captured = writer.article(number, chars)
        if number % PICTURE_EVERY == 0:
            captured = replace(captured, images=(picture(chance),))
        id = session.library.articles.add(captured).id
        for paragraph in range(3):
            start = captured.text.find("\n") * paragraph // 3
            session.annotating.annotate(id, start=start, end=start + 12, note=writer.phrase(5))


def timed(do: Callable[[], object]) -> float:
    """Seconds of one run."""
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def main() -> int:
    """Print times and ratios; 1 when a goal was missed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--articles", type=int, default=1000)
    asked.add_argument("--chars", type=int, default=2500)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Session(folder / "a.db", creator="小林") as session:
            fill(session, options.articles, options.chars)
            backup = timed(lambda: session.health.backup(folder / "copy.db"))
            export = timed(lambda: session.moving.export_library(folder / "a.zip"))
        with Session(folder / "b.db") as other:
            taken = timed(lambda: other.moving.import_library(folder / "a.zip"))
            again = timed(lambda: other.moving.import_library(folder / "a.zip"))
            problems = other.health.check()["problems"]
        sizes = {each: (folder / each).stat().st_size / 1e6 for each in ("copy.db", "a.zip")}
    print(f"   {options.articles} articles: backup {backup:.1f} s ({sizes['copy.db']:.0f} MB)")
    for label, seconds in (("export", export), ("import", taken), ("import again", again)):
        print(f"   {label:12} {seconds:6.1f} s  {seconds / backup:5.1f} × backup")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"   file {sizes['a.zip']:.0f} MB; memory at most {memory:.0f} MB")
    hundreds = options.articles / 100
    missed = export > MOST_SECONDS_FOR_100["export"] * hundreds or taken > MOST_SECONDS_FOR_100["import"] * hundreds
    return 1 if missed or problems else 0


if __name__ == "__main__":
    sys.exit(main())
