"""What stands above and below the body of a paper, as words; `flow_frame` sets it on pages."""

from reader.model.summary import Closing, Section, Summary, Words
from reader.text.folding import one_line


def recipient_line(recipient: str, words: Words) -> str:
    """主送, which ends with a colon whether the person typed one or not; "" without."""
    name = recipient.rstrip("：: ")
    return name + words.colon.rstrip() if name else ""


def attachment_names(closing: Closing) -> list[str]:
    """The names in 附件说明, after which there is no full stop (GB/T 9704-2012, 7.3.4)."""
    return [one_line(name).rstrip("。. ") for name in closing.attachments]


def attachment_lines(summary: Summary) -> list[str]:
    """附件说明, numbered where there are several."""
    names = attachment_names(summary.closing)
    label = summary.words.attachment + summary.words.colon
    if len(names) == 1:
        return [label + names[0]]
    return [f"{'' if number > 1 else label}{number}. {name}" for number, name in enumerate(names, 1)]


def body_and_attachments(summary: Summary) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The sections before the closing, and those from the first that begins a page, which come behind it."""
    sections = summary.sections
    first = next((at for at, section in enumerate(sections) if section.starts_page), len(sections))
    return sections[:first], sections[first:]
