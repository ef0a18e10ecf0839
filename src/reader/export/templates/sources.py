"""Where a paper's material comes from: what articles are, and how they are cited."""

from collections.abc import Sequence

from reader.export.citations import cite, cited_url, is_reprint, reprint_note
from reader.export.dates import written_date
from reader.export.templates.material import Material, Options, Say
from reader.model.summary import Paragraph, Reference, TextRun


def source_lines(
    materials: Sequence[Material], options: Options, say: Say, *, numbered: bool, titled: bool = True
) -> list[Paragraph]:
    """A paragraph for each article, with its citation as footnote if wanted; `numbered` puts [1] before it, and not
    `titled` leaves the title out where there is anything else to say."""
    lines = []
    for number, material in enumerate(materials, 1):
        footnote = number if options.with_sources else None
        label = f"[{number}]" if numbered else ""
        origin = TextRun(label + _origin(material, options, say, titled=titled), footnote=footnote)
        lines.append(Paragraph((origin, TextRun(say("paper.stop")))))
    return lines


def _origin(material: Material, options: Options, say: Say, *, titled: bool) -> str:
    about = material.article.metadata
    title = say("paper.origin.title", title=about.title)
    clauses = [title] if titled else []
    if options.with_sources:
        if about.author:
            clauses.append(say("paper.origin.author", author=about.author))
        if about.published:
            clauses.append(say("paper.origin.published", date=written_date(about.published, say)))
        if about.source:
            clauses.append(say("paper.origin.source", source=about.source))
        if is_reprint(about) and about.site:
            clauses.append(say("paper.origin.reprint", site=about.site))
    text = say("paper.clause_separator").join(clauses or [title])
    return text[:1].upper() + text[1:]


def references(materials: Sequence[Material], options: Options) -> tuple[Reference, ...]:
    """The list of references; empty where no sources are wanted."""
    if not options.with_sources:
        return ()
    return tuple(
        Reference(
            number=number,
            text=cite(material.article.metadata, material.fetched, options.style, id=material.article.id),
            note=_reprint(material, options),
            url=cited_url(material.article.metadata),
            title=material.article.title,
            source=material.article.metadata.source or "",
            date=material.article.metadata.published or "",
        )
        for number, material in enumerate(materials, 1)
    )


def _reprint(material: Material, options: Options) -> str:
    # The other styles have a field of their own for it.
    return reprint_note(material.article.metadata) if options.style.startswith("gbt") else ""
