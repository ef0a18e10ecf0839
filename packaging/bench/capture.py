"""How many pages a second of processor time extraction reads, beside readability-lxml and trafilatura.

    python packaging/bench/capture.py [--json] [--rounds N]

The pages are the real ones in ../shared where that is present, else those of tests/capture/corpus. `ratio` is to
readability-lxml; the three take turns page by page, so that the machine's speed cancels out. Ours includes what the
others leave out: charset, sanitising, blocks and Markdown.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
REAL = REPOSITORY.parent / "shared" / "corpus" / "extraction"
OWN = REPOSITORY / "tests" / "capture" / "corpus"
GOAL = 1.0
"""Ours, as a multiple of readability-lxml."""


def ours(page: bytes) -> object:
    """All that capturing does to the bytes of a page."""
    from reader.capture.parsing import Source, parse

    return parse(page, Source(media_type="text/html"))


def trafilatura(page: bytes) -> object:
    """Body and metadata."""
    from trafilatura import bare_extraction

    return bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=True)


def readability(page: bytes) -> object:
    """Body and title."""
    from readability import Document  # type: ignore[import-not-found]

    document = Document(page.decode("utf-8", "replace"))
    return document.short_title(), document.summary()


CONTENDERS: dict[str, Callable[[bytes], object]] = {
    "reader": ours,
    "readability-lxml": readability,
    "trafilatura": trafilatura,
}


def pages_per_second(pages: Sequence[bytes], rounds: int) -> dict[str, float]:
    """Of processor time, the median of `rounds` after one that warms up; the contenders take turns page by page."""
    times: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for _ in range(rounds + 1):
        spent = dict.fromkeys(CONTENDERS, 0.0)
        for page in pages:
            for name, call in CONTENDERS.items():
                start = time.process_time()
                call(page)
                spent[name] += time.process_time() - start
        for name, seconds in spent.items():
            times[name].append(seconds)
    return {name: len(pages) / statistics.median(each[1:]) for name, each in times.items()}


def main() -> int:
    """Print the figures; status 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON list instead of lines")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    folder = REAL if REAL.is_dir() else OWN
    pages = [file.read_bytes() for file in sorted(folder.rglob("*.html"))]
    speeds = pages_per_second(pages, arguments.rounds)
    rows = [
        {"what": name, "pages_per_second": speed, "ratio": speed / speeds["readability-lxml"]}
        for name, speed in speeds.items()
    ]
    if arguments.json:
        print(json.dumps(rows, indent=2))
    else:
        print(f"{len(pages)} pages, {sum(map(len, pages)) // 1024} KB")
        for row in rows:
            print(f"{row['what']:<24}{row['pages_per_second']:.3g} pages/s  ratio {row['ratio']:.3g}")
    return 1 if speeds["reader"] < GOAL * speeds["readability-lxml"] else 0


if __name__ == "__main__":
    sys.exit(main())
