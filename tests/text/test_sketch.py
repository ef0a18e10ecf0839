"""Sketches: what they are made of, and how well they tell what two texts have in common."""

import os
import random
import subprocess
import sys
import time

from hypothesis import given
from hypothesis import strategies as st

from reader.text.folding import letters
from reader.text.sketch import KEPT, KEYS, SHINGLE, SHORTEST, Sketch, containment, resemblance, sketch

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x4E80)
TEXT = st.text(HAN, min_size=SHORTEST, max_size=200)


def made_up(seed: int, length: int) -> str:
    """A text in which a few hundred characters are used again and again."""
    return "".join(random.Random(seed).choices([chr(0x4E00 + number) for number in range(600)], k=length))


def shingles(text: str) -> set[str]:
    folded = letters(text)
    return {folded[start : start + SHINGLE] for start in range(len(folded) - SHINGLE + 1)}


@given(st.text())
def test_hashes_are_different_in_order_and_fit_the_library(text: str) -> None:
    made = sketch(text)
    assert list(made.smallest) == sorted(set(made.smallest))
    assert len(made.smallest) <= min(KEPT, made.shingles)
    assert all(0 <= each < 2**32 for each in made.smallest)
    assert made.keys == made.smallest[:KEYS]
    assert Sketch.unpacked(made.shingles, made.packed()) == made


@given(TEXT, TEXT)
def test_of_short_texts_the_numbers_are_exact(a: str, b: str) -> None:
    ours, theirs = shingles(a), shingles(b)
    assert resemblance(sketch(a), sketch(b)) == len(ours & theirs) / len(ours | theirs)
    shorter = min(ours, theirs, key=len)
    if len(ours) != len(theirs):
        assert containment(sketch(a), sketch(b)) == len(ours & theirs) / len(shorter)


@given(st.text(), st.text())
def test_the_order_of_the_two_does_not_matter(a: str, b: str) -> None:
    ours, theirs = sketch(a), sketch(b)
    assert resemblance(ours, theirs) == resemblance(theirs, ours)
    assert 0 <= resemblance(ours, theirs) <= containment(ours, theirs) <= 1


@given(TEXT, st.data())
def test_punctuation_width_and_layout_do_not_matter(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert sketch(text[:at] + "，\n　　“" + text[at:] + "。") == sketch(text)
    assert sketch("ABCD网格１２３４" * 9) == sketch("abcd网格1234" * 9)


def test_long_texts_are_estimated() -> None:
    whole, other = made_up(1, 6000), made_up(2, 6000)
    half = whole[:3000] + other[:3000]
    true = len(shingles(whole) & shingles(half)) / len(shingles(whole) | shingles(half))
    assert abs(resemblance(sketch(whole), sketch(half)) - true) < 0.1
    assert resemblance(sketch(whole), sketch(other)) < 0.02
    assert containment(sketch(whole), sketch(whole[2000:4000])) == 1


def test_a_short_text_has_no_sketch() -> None:
    assert sketch("网" * (SHORTEST - 1) + "，。") == Sketch(0, ())
    assert resemblance(sketch(""), sketch("")) == containment(sketch(""), sketch("")) == 0
    assert sketch(made_up(3, SHORTEST)).shingles > 0


def test_every_process_makes_the_same() -> None:
    code = "from reader.text.sketch import sketch; print(sketch('青禾区探索“一网三联”治理模式' * 9).packed().hex())"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {sketch("青禾区探索“一网三联”治理模式" * 9).packed().hex() + "\n"}
    # The values are stored: another way to make them would leave every library without likenesses.
    assert sketch("青禾区探索“一网三联”治理模式" * 9).smallest[0] == 310253237


def test_a_megabyte_takes_less_than_a_second() -> None:
    text = made_up(4, 350_000)
    start = time.process_time()
    sketch(text)
    assert time.process_time() - start < 1.5
