"""What stands on top of every paper, and what is said of it in the properties of the document."""

from collections.abc import Sequence

from reader.export.dates import written_date
from reader.export.templates.marks import Marks
from reader.export.templates.material import Options, Say
from reader.export.templates.original import annex
from reader.export.templates.sources import references
from reader.export.templates.template import Template
from reader.model.summary import Closing, Section, Summary, Words


def paper(template: Template, sections: Sequence[Section], marks: Marks, options: Options, say: Say) -> Summary:
    """A whole paper of a template."""
    titles = [material.article.title for material in marks.materials]
    chosen = options.title.strip() or template.title(titles, say)
    # 批注版全文 is the text itself.
    has_annex = options.with_original and template.name != "fulltext"
    behind = annex(marks, options, say) if has_annex else []
    # 附件说明 names the annex too, whose number counts on from those of the others.
    attachments = (*options.attachments, *([say("paper.fulltext.annex_name")] if has_annex else []))
    return Summary(
        title=tuple(line.strip() for line in chosen.splitlines() if line.strip()),
        subtitle=_subtitle(options, say),
        sections=(*sections, *behind),
        references=references(marks.materials, options),
        language=options.language,
        words=Words(**{word: say(f"paper.word.{word}") for word in Words.__dataclass_fields__}),
        subject=say(f"paper.{template.name}.name"),
        keywords=marks.keywords(),
        author=options.author,
        date=options.date,
        people=options.people,
        recipient=options.recipient.strip(),
        closing=_closing(attachments, options, say),
        marks=marks.all(),
    )


def _closing(attachments: Sequence[str], options: Options, say: Say) -> Closing:
    """署名 comes with the date of the paper, which then needs no other place."""
    signature = options.signature.strip()
    date = written_date(options.date, say) if signature and options.date.strip() else ""
    return Closing(tuple(filter(None, map(str.strip, attachments))), signature, date)


def _subtitle(options: Options, say: Say) -> str:
    parts = [written_date(options.date, say) if options.date.strip() else "", options.people.strip()]
    filled = [part for part in parts if part]
    return say("paper.subtitle", text=say("paper.subtitle_gap").join(filled)) if filled else ""
