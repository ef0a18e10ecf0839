"""What stands below a paper, in lines."""

from reader.model.summary import Summary


def attachment_lines(summary: Summary) -> list[str]:
    """附件说明: numbered where there are several (GB/T 9704-2012, 7.3.4)."""
    names, label = summary.closing.attachments, summary.words.attachment + summary.words.colon
    if len(names) == 1:
        return [label + names[0]]
    return [f"{'' if number > 1 else label}{number}. {name}" for number, name in enumerate(names, 1)]
