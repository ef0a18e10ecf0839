"""How many characters a second of processor time the digest reads, layer by layer, beside jieba's tagger.

    python packaging/bench/digest.py [--json] [--rounds N]

The texts are made up (tests/reports.py): a work report of 25,000 characters and a collection of 1,000,000. Ours and the
peer, which cuts the same text into words and tags them (rjieba.tag, jieba in Rust), take turns, so that the machine's
speed cancels out; figures are medians. A goal is met in characters a second or, on a slow machine, as the share of the
peer that it was on the machine where the goal was set.
"""

import argparse
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(REPOSITORY / "tests"))

from reader.digest import digest  # noqa: E402
from reader.digest.report import Report, plain_report  # noqa: E402
from reports import report_text  # noqa: E402

SIZES = {25_000: 20, 1_000_000: 1}
"""Characters, and how often in a row: a short text alone is over before the clock has moved much."""
LAYERS = (
    "chains",
    "documents",
    "dates",
    "terms",
    "outline",
    "figures",
    "headline_model",
    "organisations",
    "hints",
    "key_passages",
)
GOAL = 1_000_000
"""Characters a second and core."""
PEER_SHARE = 0.2
"""Of jieba's tagger: 1.0 of 4.8 million characters a second."""


def form(text: str) -> Report:
    """The form that all layers read, with what it works out once for all of them."""
    report = plain_report(text)
    _ = report.body, report.content, report.dated, report.sentences
    return report


def cpu(work: Callable[..., object], *given: object) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work(*given)
    return time.process_time() - start


@contextmanager
def layers_timed(spent: dict[str, float]) -> Iterator[None]:
    """While it lasts, `spent` gets the seconds of each layer, wherever the digest calls it."""
    originals = {name: getattr(digest, name) for name in LAYERS} | {"plain_report": digest.plain_report}

    def timed(name: str) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            start = time.process_time()
            found = originals[name](*given)
            # What a layer has not made yet when it returns would be counted for another.
            found = list(found) if name != "headline_model" else found
            spent[name] += time.process_time() - start
            return found

        return call

    for name in LAYERS:
        setattr(digest, name, timed(name))
    digest.plain_report = form
    try:
        yield
    finally:
        for name, original in originals.items():
            setattr(digest, name, original)


def seconds(text: str, times: int, rounds: int) -> dict[str, float]:
    """Of one reading of the text: the median of the whole, of each layer and of the peer."""
    import rjieba

    found: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(rounds + 1):
        spent = dict.fromkeys(LAYERS, 0.0)
        whole = peer = read = 0.0
        for _ in range(times):
            whole += cpu(digest.digest_text, text)
            peer += cpu(rjieba.tag, text)
            read += cpu(form, text)
            with layers_timed(spent):
                digest.digest_text(text)
        for name, value in {"whole digest": whole, "form": read, **spent, "rjieba.tag": peer}.items():
            found[name].append(value / times)
    return {name: statistics.median(values[1:]) for name, values in found.items()}


def rows(rounds: int) -> list[dict[str, Any]]:
    """What was measured: characters a second and the ratio to the peer."""
    made = []
    for size, times in SIZES.items():
        text = report_text(size)
        taken = seconds(text, times, rounds)
        for name, each in taken.items():
            ratio = taken["rjieba.tag"] / each if each else None
            speed = len(text) / each if each else None
            made.append({"what": name, "characters": len(text), "characters_per_second": speed, "ratio": ratio})
    return made


def is_met(row: dict[str, Any]) -> bool:
    """Whether the whole digest is fast enough; the rest has no goal of its own."""
    return row["what"] != "whole digest" or row["characters_per_second"] >= GOAL or row["ratio"] >= PEER_SHARE


def main() -> int:
    """Print the figures; status 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON list instead of lines")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    measured = rows(arguments.rounds)
    if arguments.json:
        print(json.dumps(measured, indent=2))
    else:
        for row in measured:
            speed, ratio = row["characters_per_second"] or 0, row["ratio"] or 0
            goal = f"   goal {GOAL / 1e6:.3g}, ratio {PEER_SHARE}" if row["what"] == "whole digest" else ""
            print(f"{row['characters']:>9,} {row['what']:<16}{speed / 1e6:>8.3g} M characters/s  ratio {ratio:.3g}"
                  f"{goal}{'' if is_met(row) else '  MISSED'}")  # fmt: skip
    return 0 if all(map(is_met, measured)) else 1


if __name__ == "__main__":
    sys.exit(main())
