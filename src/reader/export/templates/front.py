"""What stands on top of every paper, and what is said of it in the properties of the document."""

from collections.abc import Sequence

from reader.export.dates import written_date
from reader.export.templates.marks import Marks
from reader.export.templates.material import Options, Say
from reader.export.templates.sources import references
from reader.model.summary import Section, Summary, Words


def paper(name: str, title: str, sections: Sequence[Section], marks: Marks, options: Options, say: Say) -> Summary:
    """A whole paper of the template `name`; `title` is what it is called where the person gave no title."""
    chosen = options.title.strip() or title
    return Summary(
        title=tuple(line.strip() for line in chosen.splitlines() if line.strip()),
        subtitle=_subtitle(options, say),
        sections=tuple(sections),
        references=references(marks.materials, options),
        language=options.language,
        words=Words(**{word: say(f"paper.word.{word}") for word in Words.__dataclass_fields__}),
        subject=say(f"paper.{name}.name"),
        keywords=marks.keywords(),
        author=options.author,
        date=options.date,
        people=options.people,
    )


def _subtitle(options: Options, say: Say) -> str:
    parts = [written_date(options.date, say) if options.date.strip() else "", options.people.strip()]
    filled = [part for part in parts if part]
    return say("paper.subtitle", text=say("paper.subtitle_gap").join(filled)) if filled else ""
