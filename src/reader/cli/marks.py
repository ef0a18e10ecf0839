"""The verbs about annotations."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType

from reader.cli.output import SHORT_ID
from reader.cli.rows import annotation_row, suggestion_row
from reader.cli.run import Answer, Run
from reader.model.annotation import Annotation, Kind, Suggestion
from reader.text.folding import one_line

EDITED_MARKS = ("note", "owner", "due", "start", "end")


def annotate(run: Run) -> Answer:
    """Add an annotation to a passage or, without a quote, to the whole article."""
    asked = run.arguments
    annotation = run.session.annotating.annotate(
        run.article(),
        quote=asked.quote,
        prefix=asked.prefix,
        suffix=asked.suffix,
        start=asked.start,
        kind=Kind(asked.kind),
        note=asked.note,
        tags=asked.tag,
        owner=asked.owner,
        due=asked.due,
    )
    return Answer(annotation_row(annotation), _annotation_lines(run, [annotation]))


def edit_annotation(run: Run) -> Answer:
    """Change what an annotation says, or its ends."""
    asked, annotating = run.arguments, run.session.annotating
    annotation = annotating.get(annotating.resolve(asked.id))
    changes = {name: getattr(asked, name) for name in EDITED_MARKS if getattr(asked, name) is not None}
    if asked.kind:
        changes["kind"] = Kind(asked.kind)
    if asked.tag or asked.untag:
        changes["tags"] = [tag for tag in (*annotation.tags, *asked.tag) if tag not in asked.untag]
    _, after = annotating.edit(annotation.id, **changes)
    return Answer(annotation_row(after), _annotation_lines(run, [after]))


def annotations(run: Run) -> Answer:
    """Annotations in text order, of one article or of all."""
    asked = run.arguments
    found = run.session.annotating.list(
        run.article() if asked.id else None,
        kind=Kind(asked.kind) if asked.kind else None,
        tag=asked.tag,
        orphans=asked.orphans,
    )
    suggestions = run.session.suggesting.suggest(found) if asked.orphans else {}
    text = _annotation_lines(run, found, suggestions) if found else run.say("cli.none.annotations")
    rows = [annotation_row(annotation) for annotation in found]
    if asked.orphans:
        for row in rows:
            row["suggestion"] = suggestion_row(suggestions.get(row["id"]))
    return Answer(rows, text)


def _annotation_lines(
    run: Run, found: Sequence[Annotation], suggestions: Mapping[str, Suggestion] = MappingProxyType({})
) -> str:
    lines = []
    for each in found:
        place = run.say("cli.orphan") if each.orphan else each.passage or ""
        quote = f"“{each.quote}”" if each.quote else run.say("cli.whole_article")
        tags = "".join(f" #{tag}" for tag in each.tags)
        lines.append(f"{each.id[:SHORT_ID]}  {each.kind.seal}  {place}  {quote}{tags}")
        lines += [f"    {line}" for line in each.note.splitlines()]
        if perhaps := suggestions.get(each.id):
            data = asdict(perhaps) | {"quote": one_line(perhaps.quote), "share": f"{perhaps.similarity:.0%}"}
            lines.append("    " + run.say("cli.suggestion", **data))
        if each.owner or each.due:
            lines.append("    " + run.say("cli.task", owner=each.owner or "—", due=each.due or "—"))
    return "\n".join(lines)
