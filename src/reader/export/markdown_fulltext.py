"""The marks of an article that a Markdown paper holds whole: ==words==, the label behind them, and the note as a
callout below the paragraph. https://help.obsidian.md/syntax#Highlights, https://help.obsidian.md/callouts

Whoever writes the document hands in how its dialect escapes text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.export.marked import Sign, details, has_note
from reader.model.annotation import Kind
from reader.model.summary import Quotation, TextRun, Words

CALLOUTS = {
    Kind.KEY: "quote",
    Kind.BORROW: "check",
    Kind.DATA: "info",
    Kind.QUESTION: "question",
    Kind.ACTION: "todo",
}


def marked_text(runs: Iterable[TextRun], signs: Mapping[int, Sign], written: Callable[[TextRun], str]) -> str:
    """The stretches one after the other, those that are marked between == and followed by the labels of the marks that
    end; `written` makes a stretch Markdown, without what its start needs at the start of a line."""
    parts: list[str] = []
    highlighted = ""
    for run in runs:
        if not run.marks:
            parts += [_highlight(highlighted), written(run)]
            highlighted = ""
            continue
        highlighted += written(run)
        if run.ends:
            labels = [f"〔{signs[number].label}〕" for number in run.ends]
            parts += [_highlight(highlighted), *labels]
            highlighted = ""
    return "".join([*parts, _highlight(highlighted)])


def _highlight(text: str) -> str:
    """== opens and closes only beside what is visible."""
    inner = text.strip()
    at = text.index(inner)
    return f"{text[:at]}=={inner}=={text[at + len(inner) :]}" if inner else text


def callout(sign: Sign, mark: Quotation, words: Words, lines: Callable[[str], Sequence[str]]) -> list[str]:
    """The lines of the note on a mark, none where nothing was noted; `lines` escapes every line of a text."""
    if not has_note(mark, words):
        return []
    title = f"〔{sign.label}〕" + "".join(lines(mark.place))
    said = [(words.note, mark.note)] if mark.note.strip() else []
    body: list[str] = []
    for name, text in (*said, *details(mark, words)):
        first, *others = lines(text) or [""]
        # The colon stands outside the bold: beside Chinese, ** after punctuation closes nothing and prints literally.
        body += [f"**{''.join(lines(name))}**{words.colon}{first}", *others]
    return [f"> [!{CALLOUTS[mark.kind]}] {title}", *(f"> {line}\\" for line in body[:-1]), f"> {body[-1]}"]
