"""Measures how marks are carried to a new version: `python packaging/bench/anchoring.py [--characters N] [--marks N]`.

A made-up report of 50,000 characters has 5 % of them changed (words replaced, sentences inserted and cut); 200 marks on
what was left alone must all stand on the same words again. The peer is finding each mark by itself, by likeness.
"""

import argparse
import random
import sys
import time

from reader.anchoring import Transfer, anchor, describe
from reader.model.annotation import Selectors
from reader.model.blocks import Span

WORDS = [
    "社区",
    "网格",
    "党建",
    "引领",
    "治理",
    "群众",
    "服务",
    "议事",
    "协商",
    "街道",
    "干部",
    "下沉",
    "楼栋",
    "党员",
    "活动",
    "清单",
    "平台",
    "数据",
    "调解",
    "志愿",
]
CHANGED = 0.05
GOAL_EACH = 1.3
"""Milliseconds a mark."""


def report(characters: int, chance: random.Random) -> str:
    """A text of sentences made of the same few words, as repetitive as real reports."""
    parts: list[str] = []
    length = 0
    while length < characters:
        sentence = "".join(chance.choices(WORDS, k=chance.randint(4, 14))) + f"{chance.randint(2, 999)}个，"
        parts.append(sentence)
        length += len(sentence)
    return "".join(parts)


def changed(text: str, chance: random.Random) -> tuple[str, list[tuple[int, int]]]:
    """The text with CHANGED of it altered, and (start in the old, start in the new) of the stretches left alone."""
    pieces: list[str] = []
    kept: list[tuple[int, int]] = []
    at = length = 0
    while at < len(text):
        step = chance.randint(150, 250)
        piece = text[at : at + step]
        kept.append((at, length))
        pieces.append(piece)
        length += len(piece)
        at += step
        size = round(step * CHANGED)
        if chance.random() < 0.5:
            new = "".join(chance.choices(WORDS, k=size // 2))
            pieces.append(new)
            length += len(new)
        if chance.random() < 0.5:
            at += size
    return "".join(pieces), kept


def main() -> int:
    """Print the figures; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--characters", type=int, default=50_000)
    parser.add_argument("--marks", type=int, default=200)
    asked = parser.parse_args()
    chance = random.Random(1)
    old = report(asked.characters, chance)
    new, kept = changed(old, chance)
    places = [(start + 40, moved + 40) for start, moved in chance.choices(kept[:-1], k=asked.marks)]
    spans = [(Span(start, start + 24), Span(moved, moved + 24)) for start, moved in places]

    started = time.perf_counter()
    transfer = Transfer(old, new)
    carried = [transfer.span(span) for span, _ in spans]
    together = (time.perf_counter() - started) * 1000 / len(spans)
    right = sum(found == wanted for found, (_, wanted) in zip(carried, spans, strict=True))

    started = time.perf_counter()
    alone = [anchor(new, Selectors(describe(old, *span).quote)) for span, _ in spans[:50]]
    each = (time.perf_counter() - started) * 1000 / len(alone)
    alone_right = sum(found == wanted for found, (_, wanted) in zip(alone, spans, strict=False))

    is_met = together <= GOAL_EACH and right == len(spans)
    print(f"{len(spans)} marks carried over by aligning {len(old)} with {len(new)} characters: {together:.2f} ms each, "
          f"{right} of {len(spans)} right   goal {GOAL_EACH} ms, all{'' if is_met else '  MISSED'}")  # fmt: skip
    print(f"each looked for by its quote and context alone: {each:.2f} ms, {alone_right} of {len(alone)} right")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
