"""How the command line writes: columns of full-width text, a bar on terminals only, nothing that steers a terminal."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.output import ProgressBar, bar, printable, shortened, table, width
from reader.messages import Messages


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("青禾区", 6), ("37个", 4), ("e\u0301", 1), ("（", 2)]
)
def test_full_width_characters_take_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(st.sampled_from("网格a1，—e\u0301")), st.integers(2, 20))
def test_what_is_shortened_fits(text: str, columns: int) -> None:
    cut = shortened(text, columns)
    assert width(cut) <= columns
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_columns_stand_under_each_other() -> None:
    lines = table([("a", "网格", "x"), ("bb", "1", "y")], (0, 0, 0)).splitlines()
    assert lines == ["a   网格  x", "bb  1     y"]
    assert table([], (0, 0)) == ""


def test_nothing_steers_the_terminal() -> None:
    assert printable("标\x1b[31m题\u202e\x07\n\t") == "标\ufffd[31m题\ufffd\ufffd\n\t"
    assert printable("TI  - 题\r\nER  - \r\n\r假") == "TI  - 题\r\nER  - \r\n\ufffd假"


def test_a_bar_is_drawn_on_terminals_and_wiped() -> None:
    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        progress = ProgressBar(Messages("en"), stream)
        progress.begin("https://example.org/a.html")
        progress("fetch", 50, 100)
        progress.close()
    assert file.getvalue() == ""
    assert "50 %" in terminal.getvalue() and "Downloading" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("done", "total", "shown"), [(0, 0, "…"), (12_000, 0, "12,000"), (3, 3, "100 %"), (9, 3, "100 %")]
)
def test_a_bar_says_how_far(done: int, total: int, shown: str) -> None:
    assert shown in bar(done, total)
