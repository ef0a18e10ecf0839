"""What came of checking the quotations of a document, as text: for the terminal and for the clipboard."""

from collections.abc import Iterator

from reader.export.templates.places import passage_in_words
from reader.messages import Messages
from reader.model.verification import Checked, Verdict, Verification
from reader.text.folding import one_line

OPENING, CLOSING = "【", "】"
"""Around what differs."""


def report(found: Verification, say: Messages, *, only_wrong: bool = False) -> str:
    """A line for every quotation, and for those that differ the two wordings; the sum of it at the end."""
    lines = []
    for number, checked in enumerate(found.checked, 1):
        if not (only_wrong and checked.is_sound):
            lines += [f"{number}. {_head(checked, say)}", *(f"    {line}" for line in _details(checked, say))]
    return "\n".join([*lines, summary(found, say)])


def summary(found: Verification, say: Messages) -> str:
    """The sum of it in a sentence."""
    counts = {verdict.value: found.count(verdict) for verdict in Verdict}
    counts["punctuation"] = sum(each.is_punctuation for each in found.checked)
    key = "verify.counts" if found.checked else "verify.none"
    said = say(key, count=len(found.checked), terms=found.terms, **counts)
    return f"{said}\n{say('verify.truncated')}" if found.truncated else said


def verdict_key(checked: Checked) -> str:
    """The end of the key of its messages: the verdict, or "punctuation" where nothing else differs."""
    return "punctuation" if checked.is_punctuation else checked.verdict.value


def verdict_in_words(checked: Checked, say: Messages) -> str:
    """一致, 不一致 …"""
    return say(f"verify.{verdict_key(checked)}")


def place_in_words(checked: Checked, say: Messages) -> str:
    """Where it was found: 《title》，第3段第5句, and that it is an older version; "" for nowhere."""
    if not checked.article:
        return ""
    old = say("verify.old", version=checked.version) if checked.is_old else ""
    facts = [say("paper.origin.title", title=checked.title), passage_in_words(checked.passage, say), old]
    return say("copy.separator").join(filter(None, facts))


def misplaced_in_words(checked: Checked, say: Messages) -> str:
    """That the document gives another passage; "" where it does not."""
    if checked.verdict is not Verdict.ELSEWHERE:
        return ""
    stated, place = passage_in_words(checked.stated, say), passage_in_words(checked.passage, say)
    return say("verify.stated", passage=stated, place=place)


def _head(checked: Checked, say: Messages) -> str:
    facts = [verdict_in_words(checked, say), f"“{one_line(checked.quote)}”", place_in_words(checked, say)]
    return "  ".join(filter(None, facts))


def _details(checked: Checked, say: Messages) -> Iterator[str]:
    if misplaced := misplaced_in_words(checked, say):
        yield misplaced
    if checked.differences:
        yield say("verify.document", text=_marked(checked, is_source=False))
        yield say("verify.source", text=_marked(checked, is_source=True))


def _marked(checked: Checked, *, is_source: bool) -> str:
    """One of the two wordings, with brackets around what differs."""
    parts = (f"{OPENING}{text}{CLOSING}" if is_other else text for is_other, text in runs(checked, is_source))
    return one_line("".join(parts))


def runs(checked: Checked, is_source: bool) -> Iterator[tuple[bool, str]]:
    """The quotation, or the words of its source, as (whether it differs from the other, characters)."""
    whole, at = checked.found if is_source else checked.quote, 0
    for each in checked.differences:
        start, end = (each.found_start, each.found_end) if is_source else (each.start, each.end)
        yield from (run for run in ((False, whole[at:start]), (True, whole[start:end])) if run[0] or run[1])
        at = end
    if at < len(whole):
        yield False, whole[at:]
