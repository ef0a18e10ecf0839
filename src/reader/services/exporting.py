"""Papers, citations and quotations out of the library."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.export import DEFAULT_PROFILE, Rendered
from reader.export.citations import DEFAULT_STYLE, STYLES, cite, reprint_note
from reader.export.dates import written_date
from reader.export.document import EXTENSIONS, render, save, write
from reader.export.markdown import PROFILES
from reader.export.pictures import fit_picture
from reader.export.templates.fullwidth import with_fullwidth
from reader.export.templates.material import ORDERS, PACE, Material, Options, PaperBlock
from reader.export.templates.places import passage_in_words
from reader.export.templates.registry import TEMPLATES
from reader.export.templates.template import Need, arranged
from reader.library import Library
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article
from reader.model.blocks import Block, Span
from reader.model.contrast import FEWEST, Contrast
from reader.model.digest import Digest, Figure
from reader.model.errors import ExportError, LibraryError
from reader.model.progress import Progress
from reader.model.summary import Picture, Summary
from reader.services.own_templates import OwnTemplate, OwnTemplates
from reader.text.captions import PlacedPicture, pictures_of, pictures_within

MakeContrast = Callable[[Sequence[str]], Contrast]
"""The tables over some articles; raises ContrastError when there are too few or too many."""


__all__ = [
    "DEFAULT_PROFILE",
    "DEFAULT_STYLE",
    "EXTENSIONS",
    "ORDERS",
    "PACE",
    "PROFILES",
    "STYLES",
    "TEMPLATES",
    "Exported",
    "Exporting",
    "Need",
    "Options",
    "OwnTemplate",
    "PaperBlock",
    "arranged",
]


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished file; `pages` is None where the format has none."""

    path: Path
    bytes: int
    pages: int | None = None
    fonts: tuple[str, ...] = ()


class Exporting:
    """Puts articles and their annotations together into papers."""

    def __init__(self, library: Library, contrast: MakeContrast, digest: Callable[[str], Digest]) -> None:
        """`contrast` and `digest` (of the newest version) are asked only where a paper needs them."""
        self._library, self._contrast, self._digest = library, contrast, digest
        self.own_templates = OwnTemplates()

    def summary(self, ids: Sequence[str], options: Options, template: str = "study") -> Summary:
        """The paper over these articles in their order, in the language of `options`. Raises ContrastError where a
        comparison is asked for of fewer than two or more than eight."""
        if template not in TEMPLATES:
            raise ExportError("export_template", template=template, templates=", ".join(TEMPLATES))
        chosen = TEMPLATES[template]
        needs = chosen.needs
        if options.with_original:
            needs |= Need.TEXT
        if chosen.is_grouped and options.order == "outline":
            needs |= Need.DIGEST
        if Need.CONTRAST in needs:
            options = replace(options, contrast=self._columns(ids, options.contrast))
        materials = [self._material(key, needs) for key in dict.fromkeys(ids)]
        if options.to_fullwidth:
            materials, options = with_fullwidth(materials, options)
        return chosen.make(materials, options, Messages(options.language))

    def _material(self, key: str, needs: Need) -> Material:
        articles = self._library.articles
        about = articles.get(key)
        marks = tuple(self._library.annotations.list(key))
        if Need.TEXT in needs:
            blocks = articles.content(key).blocks
        else:
            blocks = self._blocks(key, about.version) if Need.DIGEST in needs else ()
        return Material(
            about,
            articles.versions(key)[-1].fetched,
            marks,
            self._pictures(key, marks),
            _figures(marks),
            blocks=blocks,
            illustrations=self._illustrations(blocks) if Need.TEXT in needs else {},
            digest=self._digested(key) if Need.DIGEST in needs else None,
        )

    def _columns(self, ids: Sequence[str], contrast: Contrast | None) -> Contrast:
        """What a person left of the tables, cut to these articles; made now when there is nothing or not all of it."""
        known = {report.article for report in contrast.reports} if contrast else set()
        if contrast is None or not known.issuperset(ids) or len(set(ids)) < FEWEST:
            return self._contrast(ids)
        return contrast.chosen(list(dict.fromkeys(ids)))

    def _pictures(self, key: str, marks: Sequence[Annotation]) -> dict[str, tuple[Picture, ...]]:
        """The pictures that marks are about, by the id of the mark."""
        found = {}
        blocks: dict[int, tuple[Block, ...]] = {}
        for mark in marks:
            if mark.start is None or mark.end is None:
                continue
            if mark.version not in blocks:
                blocks[mark.version] = self._blocks(key, mark.version)
            placed = pictures_within(blocks[mark.version], Span(mark.start, mark.end))
            pictures = [self._picture(each, blocks[mark.version][each.block], mark.quote) for each in placed]
            found[mark.id] = tuple(picture for picture in pictures if picture is not None)
        return found

    def _illustrations(self, blocks: Sequence[Block]) -> dict[int, Picture]:
        """The pictures of an article that the paper holds whole; its captions are blocks of their own."""
        placed = [each for each in pictures_of(blocks) if blocks[each.block].image]
        found = {each.block: self._picture(each, blocks[each.block], each.caption) for each in placed}
        return {index: picture for index, picture in found.items() if picture is not None}

    def _blocks(self, key: str, version: int) -> tuple[Block, ...]:
        try:
            return self._library.articles.content(key, version).blocks
        except LibraryError:
            # A damaged text, which `check` reports: the quotations are stored beside it, and the meeting is today.
            return ()

    def _digested(self, key: str) -> Digest | None:
        try:
            return self._digest(key)
        except LibraryError:
            return None

    def _picture(self, placed: PlacedPicture, block: Block, quote: str) -> Picture | None:
        stored = self._library.articles.image(block.image)
        if stored is None:
            return None
        # Words that stand in the quotation right above it are not printed twice.
        caption = "" if placed.caption in quote else placed.caption
        return fit_picture(stored.data, caption, block.alt or placed.caption)

    def export(
        self,
        ids: Sequence[str],
        format: str,
        path: Path,
        options: Options,
        *,
        template: str = "study",
        profile: str = DEFAULT_PROFILE,
        own: OwnTemplate | None = None,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> Exported:
        """Write the paper to `path`: the old file or the new one, never half. Raises ExportError, CancelledError.

        `profile` is one of PROFILES and for Markdown alone, where a file of ours keeps what a person wrote into it;
        `own` is somebody's own template for this format, which writes the paper instead of the program.
        """
        if format not in EXTENSIONS:
            raise ExportError("export_format", format=format, formats=", ".join(EXTENSIONS))
        if own is not None and own.format != format:
            raise ExportError("own_template_other_format", name=own.path.name, format=format)
        if progress:
            progress("compose", 0, 2)
        summary = self.summary(ids, options, template)
        if progress:
            progress("write", 1, 2)
        if own is None:
            rendered = write(summary, format, path, cancel, profile)
        else:
            rendered = Rendered(self.own_templates.render(own, summary, cancel).encode())
            save(rendered.data, path)
        if progress:
            progress("write", 2, 2)
        return Exported(path, len(rendered.data), rendered.pages, rendered.fonts)

    def as_text(self, summary: Summary, format: str) -> str:
        """A paper as a string: format "html" or "md"."""
        return render(summary, format).data.decode()

    def as_rich_text(self, summary: Summary) -> tuple[str, str]:
        """A paper for the clipboard: as HTML that word processors take over, and as plain text."""
        from reader.export import rich_text

        return rich_text.html(summary), rich_text.text(summary)

    def cite(self, ids: Sequence[str], style: str = DEFAULT_STYLE) -> list[tuple[str, str]]:
        """(id, citation) of each article; the date of access is the day its newest version was fetched."""
        articles = self._library.articles
        return [
            (
                key,
                cite(
                    articles.get(key).metadata,
                    articles.versions(key)[-1].fetched,
                    style,
                    keywords=articles.get(key).tags,
                    id=key,
                ),
            )
            for key in ids
        ]

    def reprint_note(self, article: str) -> str:
        """What a citation has no place for: that the page which was read is a reprint; "" when it is none."""
        return reprint_note(self._library.articles.get(article).metadata)

    def quotation(self, article: Article, quote: str, passage: str | None, say: Messages) -> str:
        """A quotation for the clipboard: “…”（《title》，source，date，第3段第5句）."""
        about = article.metadata
        facts = [
            say("paper.origin.title", title=about.title),
            about.source or about.site or "",
            written_date(about.published, say) if about.published else "",
            passage_in_words(passage, say),
        ]
        return say("copy.quotation", quote=quote, facts=say("copy.separator").join(filter(None, facts)))


def _figures(marks: Sequence[Annotation]) -> dict[str, tuple[Figure, ...]]:
    """What the words of marks count, for the table of figures."""
    from reader.digest.quotation import figures_of

    return {mark.id: tuple(figures_of(mark.quote)) for mark in marks if mark.kind is Kind.DATA and mark.quote}
