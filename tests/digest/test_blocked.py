"""Where numbers are no figures."""

from reader.digest.blocked import no_figures
from reader.digest.report import plain_report
from reader.model.blocks import Span
from reader.model.digest import Date, OutlineNode, Term

TEXT = "清河市做法\n一是建立“三项机制”，2024年落实三项机制，深化“三项机制”。"


def test_terms_where_they_are_quoted_dates_and_markers() -> None:
    first, plain, again = (place for place in range(len(TEXT)) if TEXT.startswith("三项机制", place))
    places = tuple(Span(start, start + 4) for start in (first, plain, again))
    year = TEXT.index("2024年")
    node = OutlineNode(text="一是建立", start=6, end=10, title="建立", marker="一是")
    found = no_figures(
        plain_report(TEXT),
        [node, OutlineNode(text="清河市做法", start=0, end=5, title="清河市做法")],
        [],
        [Term(text="三项机制", start=first, end=first + 4, places=places)],
        [Date(text="2024年", start=year, end=year + 5, sentence=Span(6, 38))],
        [],
    )
    assert set(found) == {Span(6, 8), places[0], places[2], Span(year, year + 5)}, "not where it stands unquoted"
    assert found == sorted(found)
