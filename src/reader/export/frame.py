"""What stands above and below the body of a paper, for writers that have no pages."""

from reader.model.summary import Section, Summary


def recipient_line(summary: Summary) -> str:
    """主送, which ends with a colon whether the person typed one or not; "" without."""
    name = summary.recipient.rstrip("：: ")
    return name + summary.words.colon.rstrip() if name else ""


def attachment_lines(summary: Summary) -> list[str]:
    """附件说明: numbered where there are several, no full stop after a name (GB/T 9704-2012, 7.3.4)."""
    names = [name.rstrip("。. ") for name in summary.closing.attachments]
    label = summary.words.attachment + summary.words.colon
    if len(names) == 1:
        return [label + names[0]]
    return [f"{'' if number > 1 else label}{number}. {name}" for number, name in enumerate(names, 1)]


def body_and_attachments(summary: Summary) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The sections before the closing, and those from the first that begins a page, which come behind it."""
    sections = summary.sections
    first = next((at for at, section in enumerate(sections) if section.starts_page), len(sections))
    return sections[:first], sections[first:]
