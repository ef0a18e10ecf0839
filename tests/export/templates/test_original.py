"""An article whole: not a character lost or doubled, every mark at its words."""

from hypothesis import given
from hypothesis import strategies as st

from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options
from reader.export.templates.original import originals
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Metadata
from reader.model.blocks import Block, BlockKind, Run, RunStyle, canonical_text
from reader.model.summary import Paragraph, Picture, Table, TextRun

SAY = Messages("zh_CN")
ARTICLE = Article(id="a" * 32, metadata=Metadata(title="题"), added="2026-11-22T08:00:00Z")
WORDS = st.text("甲乙丙𠮷a1,“— ", max_size=8)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(BlockKind))
    if kind is BlockKind.IMAGE:
        return Block(kind, image="x")
    if kind is BlockKind.TABLE_ROW:
        return Block(kind, "\t".join(draw(st.lists(WORDS, min_size=1, max_size=3))), header=draw(st.booleans()))
    text = draw(WORDS)
    at = draw(st.integers(0, len(text)))
    runs = (Run(at, draw(st.integers(at, len(text))), RunStyle.BOLD),)
    return Block(kind, text, runs, marker=draw(st.sampled_from(["", "1."])) if kind is BlockKind.LIST_ITEM else "")


def mark(number: int, text: str, start: int, end: int) -> Annotation:
    return Annotation(f"{number:032x}", "a" * 32, 1, Kind.KEY, quote=text[start:end], start=start, end=end)


@st.composite
def materials(draw: st.DrawFn) -> Material:
    body = tuple(draw(st.lists(blocks(), min_size=1, max_size=8)))
    text = canonical_text(body)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    marks = [mark(number, text, *sorted(span)) for number, span in enumerate(sorted(map(sorted, spans)))]
    pictures = {index: Picture(b"", "image/png", 1, 1) for index, each in enumerate(body) if each.kind == "image"}
    return Material(ARTICLE, "2026-11-22", tuple(marks), blocks=body, illustrations=pictures)


def stretches(material: Material) -> list[tuple[TextRun, ...]]:
    """The runs of each block: its paragraph's, its cells' with the separators between, none for a picture."""
    (original,) = originals(Marks([material], Options(), SAY), SAY)
    markers = iter([bool(each.marker) for each in material.blocks if each.kind is not BlockKind.TABLE_ROW])
    rows = iter([each.text.count("\t") + 1 for each in material.blocks if each.kind is BlockKind.TABLE_ROW])
    found: list[tuple[TextRun, ...]] = []
    for item in original.items:
        if isinstance(item, Paragraph):
            found.append(item.runs[1:] if next(markers) else item.runs)
        elif isinstance(item, Picture):
            next(markers)
            found.append(())
        elif isinstance(item, Table):
            assert item.lines and [tuple("".join(run.text for run in cell) for cell in row) for row in item.lines] == [
                item.header,
                *item.rows,
            ]
            for row in item.lines:
                cells = row[: next(rows)]
                assert all(run == TextRun("") for cell in row[len(cells) :] for run in cell)
                separated = [run for cell in cells for run in (*cell, TextRun("\t", marks=(-1,)))][:-1]
                found.append(tuple(separated))
    return found


@given(materials())
def test_the_runs_of_all_paragraphs_are_the_text(material: Material) -> None:
    written = "\n".join("".join(run.text for run in runs) for runs in stretches(material))
    assert written == canonical_text(material.blocks)


@given(materials())
def test_the_runs_of_a_mark_are_its_quote_and_it_ends_once(material: Material) -> None:
    found = stretches(material)
    (original,) = originals(Marks([material], Options(), SAY), SAY)
    for number, annotation in enumerate(material.annotations, 1):
        carrying = [runs for runs in found if any(number in run.marks for run in runs)]
        if not carrying:
            assert annotation in original.unplaced
            continue
        assert annotation not in original.unplaced
        # What the paper has no run for: the line breaks, and the gaps between cells.
        parts = [run.text for runs in carrying for run in runs if number in run.marks]
        assert "".join(parts) == annotation.quote.replace("\n", "").replace("\t", "")
        ends = [run for runs in found for run in runs if number in run.ends]
        assert ends == [[run for runs in carrying for run in runs if number in run.marks][-1]]


@given(materials())
def test_a_mark_is_left_without_a_place_only_where_no_word_is_marked(material: Material) -> None:
    (original,) = originals(Marks([material], Options(), SAY), SAY)
    assert not [each for each in original.unplaced if each.quote.strip("\n")]
