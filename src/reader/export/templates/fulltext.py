"""批注版全文: every article whole with its marks, and after them the notes that have no place in a text."""

from collections.abc import Sequence

from reader.export.templates.front import paper
from reader.export.templates.marks import Marks
from reader.export.templates.material import Material, Options, Say
from reader.export.templates.original import Original, article_heading, origin, originals
from reader.export.templates.template import Head, Need, Part, Template, sections
from reader.model.annotation import Annotation
from reader.model.summary import Item, Paragraph, Summary, TextRun


def fulltext(materials: Sequence[Material], options: Options, say: Say) -> Summary:
    """The paper; sections without content are left out. Headings are not counted: the articles count their own."""
    marks = Marks(materials, options, say)
    texts = originals(marks, say)
    parts = [
        _text(marks, texts, options, say),
        Part("whole", _unplaced(marks, texts, has_quote=False), head=Head.PLAIN),
        Part("lost", _unplaced(marks, texts, has_quote=True), head=Head.PLAIN),
    ]
    made = sections("fulltext", parts, options, say)
    return paper(TEMPLATE, made, marks, options, say)


def _proposed_title(titles: Sequence[str], say: Say) -> str:
    if len(titles) == 1:
        return say("paper.fulltext.title_one", title=titles[0])
    return say("paper.fulltext.title_many", count=len(titles))


def _text(marks: Marks, texts: Sequence[Original], options: Options, say: Say) -> Part:
    legend = Paragraph((TextRun(say("paper.fulltext.legend")),))
    if len(texts) == 1:
        # The title of the paper says it already, if nobody wants another one.
        titled = bool(options.title.strip())
        return Part("text", [origin(marks, 1, options, say, titled=titled), legend, *texts[0].items], head=Head.PLAIN)
    groups: list[tuple[str, Sequence[Item]]] = []
    for number, (material, text) in enumerate(zip(marks.materials, texts, strict=True), 1):
        # The heading has the title, which is all that is left of an origin without sources.
        about = [origin(marks, number, options, say, titled=False)] if options.with_sources else []
        groups.append((article_heading(material, number, say), (*about, *text.items)))
    return Part("text", [legend], groups, Head.PLAIN)


def _unplaced(marks: Marks, texts: Sequence[Original], *, has_quote: bool) -> list[Item]:
    found: list[tuple[int, Annotation]] = [
        (number, each)
        for number, text in enumerate(texts, 1)
        for each in text.unplaced
        if bool(each.quote.strip()) is has_quote
    ]
    return [marks.quotation(each, number, count, shows_quote=True) for count, (number, each) in enumerate(found, 1)]


TEMPLATE = Template("fulltext", ("text", "whole", "lost"), fulltext, _proposed_title, needs=Need.TEXT)
