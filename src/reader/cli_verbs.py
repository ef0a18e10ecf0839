"""The verbs of the command line: each asks the services and answers with a value for scripts and a text for people."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli_output import SHORT_ID, Output, facts, shown, table
from reader.cli_rows import (
    annotation_row,
    article_row,
    captured_row,
    error_row,
    hit_row,
    outcome_row,
    shown_row,
)
from reader.model.annotation import Annotation, Kind
from reader.model.article import AddOutcome, AddStatus, Article, Status
from reader.model.errors import NotFoundError, ReaderError
from reader.model.query import ArticleQuery, SortKey

if TYPE_CHECKING:
    from reader.services.session import Session

STANDARD_INPUT_LIMIT = 31 * 1024 * 1024
"""Bytes read of standard input: one more than capturing takes, so that it is capturing that refuses."""

EDITED_FIELDS = ("title", "source", "author", "published", "starred")
EDITED_MARKS = ("note", "owner", "due", "start", "end")


@dataclass(frozen=True)
class Answer:
    """What a verb answers; `raw` replaces both forms by bytes as they are; `failed` makes the exit status 1."""

    value: Any
    text: str = ""
    failed: bool = False
    raw: bytes | None = None


@dataclass(frozen=True)
class Run:
    """One run of the command line: what was asked, where to answer, and the open library."""

    arguments: argparse.Namespace
    output: Output
    session: "Session"

    def say(self, key: str, **data: object) -> str:
        """A sentence in the user's language."""
        return self.output.say(key, **data)

    def article(self) -> str:
        """The whole id of the article that was named."""
        return self.session.reading.resolve(self.arguments.id)

    def articles(self) -> list[str]:
        """The whole ids of the articles that were named; one bad id refuses all."""
        return [self.session.reading.resolve(each) for each in self.arguments.id]


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(STANDARD_INPUT_LIMIT)


def add(run: Run) -> Answer:
    """Save every source; one that fails does not stop the others."""
    asked, outcomes = run.arguments, []
    with shown(run.output.progress()) as progress:
        for number, source in enumerate(asked.sources, 1):
            many = f"{number}/{len(asked.sources)} " if len(asked.sources) > 1 else ""
            progress.begin(many + source)
            outcome = run.session.capturing.add(
                source,
                url=asked.url or None,
                title=asked.title,
                source_name=asked.source_name,
                data=_standard_input() if source == "-" else None,
                images=asked.images,
                progress=progress,
            )
            progress.close()
            outcomes.append(outcome)
            _tell_outcome(run, outcome)
    failed = any(outcome.status is AddStatus.FAILED for outcome in outcomes)
    return Answer([outcome_row(outcome) for outcome in outcomes], failed=failed)


def _tell_outcome(run: Run, outcome: AddOutcome) -> None:
    if outcome.error is not None:
        run.output.error(outcome.error)
        return
    twin = outcome.status is AddStatus.ADDED and outcome.duplicate_of
    sentence = run.say("added.twin" if twin else f"added.{outcome.status.value}", title=outcome.title)
    run.output.line(f"{(outcome.id or '')[:SHORT_ID]}  {sentence}")


def extract(arguments: argparse.Namespace, output: Output) -> Answer:
    """What `add` would save; needs no library."""
    from reader.services.capturing import extract as capture_only

    data = _standard_input() if arguments.source == "-" else None
    captured = capture_only(arguments.source, url=arguments.url or None, data=data)
    about, say = captured.metadata, output.say
    names = ("title", "published", "source", "author", "original_url", "url")
    head = facts([(say(f"cli.fact.{name}"), getattr(about, name)) for name in names])
    return Answer(captured_row(captured), f"{head}\n\n{captured.text}")


def list_articles(run: Run) -> Answer:
    """The rows of a query."""
    asked = run.arguments
    query = ArticleQuery(
        text=asked.query,
        status=Status(asked.status) if asked.status else None,
        starred=asked.starred,
        tag=asked.tag,
        collection=asked.collection,
        sort=SortKey(asked.sort),
        limit=asked.limit,
    )
    articles = run.session.organising.list(query)
    return Answer([article_row(article) for article in articles], _article_table(run, articles))


def _article_table(run: Run, articles: Sequence[Article]) -> str:
    rows = [
        (
            article.id[:SHORT_ID],
            run.say(f"cli.status.{article.status.value}"),
            "★" if article.starred else "",
            article.title,
            article.metadata.source or article.metadata.site or "",
            article.metadata.published or "",
            run.say("cli.marks", count=article.annotations) if article.annotations else "",
        )
        for article in articles
    ]
    return table(rows, (0, 0, 0, 56, 24, 0, 0)) if rows else run.say("cli.none.articles")


def show(run: Run) -> Answer:
    """One article, in one of its forms."""
    reading, article, asked = run.session.reading, run.article(), run.arguments
    content = reading.content(article, asked.version)
    sentences = [
        (each.number, content.text[each.start : each.end], each.start, each.end)
        for each in reading.passages(article, asked.version).sentences
    ]
    if run.output.is_json or asked.format == "json":
        row = shown_row(reading.article(article), reading.versions(article), content)
        if asked.passages:
            row["passages"] = [{"passage": number, "start": start, "end": end} for number, _, start, end in sentences]
        run.output.is_json = True
        return Answer(row)
    if asked.passages:
        lines = "".join(f"{number}\t{sentence.strip()}\n" for number, sentence, _, _ in sentences)
        return Answer(None, raw=lines.encode())
    texts: dict[str | None, Callable[[], str]] = {
        "markdown": lambda: reading.markdown(article, asked.version),
        "html": lambda: content.html,
    }
    return Answer(None, raw=texts.get(asked.format, lambda: content.text)().encode())


def edit(run: Run) -> Answer:
    """Metadata, state, tags and collections; all of it or, when something is wrong, nothing."""
    organising, article, asked = run.session.organising, run.article(), run.arguments
    changes = {name: getattr(asked, name) for name in EDITED_FIELDS if getattr(asked, name) is not None}
    changes |= {"status": Status(asked.status)} if asked.status else {}
    # An empty value takes a fact away; only a title cannot be without.
    changes = {name: (value if value != "" or name == "title" else None) for name, value in changes.items()}
    with run.session.library.transaction():
        if changes:
            organising.edit(article, **changes)
        for verb, names in (
            (organising.tag, asked.tag),
            (organising.untag, asked.untag),
            (organising.collect, asked.collection),
            (organising.uncollect, asked.uncollect),
        ):
            for name in names:
                verb([article], name)
    edited = run.session.reading.article(article)
    return Answer(article_row(edited), _article_table(run, [edited]))


def _sorted_ids(run: Run) -> tuple[list[str], list[str], list[ReaderError]]:
    """The ids that were named as (articles, annotations, errors of those that name nothing)."""
    articles, annotations, errors = [], [], []
    for each in run.arguments.id:
        try:
            articles.append(run.session.reading.resolve(each))
        except NotFoundError as error:
            if error.code != "not_found":
                errors.append(error)
                continue
            try:
                annotations.append(run.session.annotating.resolve(each))
            except ReaderError as trouble:
                errors.append(trouble)
    return articles, annotations, errors


def _moved(run: Run, key: str, ids: Sequence[str], errors: Sequence[ReaderError]) -> Answer:
    """The ids that a verb moved; when some could not be, JSON says which error and what was done all the same."""
    text = run.say(key, count=len(ids))
    if not errors:
        return Answer(list(ids), text)
    for error in errors:
        run.output.error(error)
    return Answer(error_row(errors[0], run.output.say.error(errors[0])) | {"ids": list(ids)}, text, failed=True)


def delete(run: Run) -> Answer:
    """Move articles and annotations to the trash."""
    articles, annotations, errors = _sorted_ids(run)
    ids = run.session.organising.delete(articles) + run.session.annotating.delete(annotations)
    return _moved(run, "cli.done.deleted", ids, errors)


def undelete(run: Run) -> Answer:
    """Take articles and annotations out of the trash."""
    articles, annotations, errors = _sorted_ids(run)
    ids = run.session.organising.undelete(articles) + run.session.annotating.undelete(annotations)
    return _moved(run, "cli.done.undeleted", ids, errors)


def trash(run: Run) -> Answer:
    """What lies in the trash."""
    articles, annotations = run.session.organising.trash()
    rows = [(each.id[:SHORT_ID], (each.deleted or "")[:10], each.title) for each in articles]
    rows += [(each.id[:SHORT_ID], (each.deleted or "")[:10], f"“{each.quote or each.note}”") for each in annotations]
    ids = [each.id for each in articles] + [each.id for each in annotations]
    return Answer(ids, table(rows, (0, 0, 60)) if rows else run.say("cli.none.trash"))


def empty_trash(run: Run) -> Answer:
    """Remove for ever what lies in the trash."""
    return _moved(run, "cli.done.emptied", run.session.organising.empty_trash(), ())


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
    text = _annotation_lines(run, found) if found else run.say("cli.none.annotations")
    return Answer([annotation_row(annotation) for annotation in found], text)


def _annotation_lines(run: Run, found: Sequence[Annotation]) -> str:
    lines = []
    for each in found:
        place = run.say("cli.orphan") if each.orphan else each.passage or ""
        quote = f"“{each.quote}”" if each.quote else run.say("cli.whole_article")
        tags = "".join(f" #{tag}" for tag in each.tags)
        lines.append(f"{each.id[:SHORT_ID]}  {each.kind.seal}  {place}  {quote}{tags}")
        lines += [f"    {line}" for line in each.note.splitlines()]
        if each.owner or each.due:
            lines.append("    " + run.say("cli.task", owner=each.owner or "—", due=each.due or "—"))
    return "\n".join(lines)


def search(run: Run) -> Answer:
    """Full-text search."""
    asked = run.arguments
    hits = run.session.searching.search(" ".join(asked.query), asked.fields, asked.sort, asked.limit)
    rows = [
        (hit.article[:SHORT_ID], run.say(f"cli.field.{hit.field.value}"), hit.title, " ".join(hit.snippet.split()))
        for hit in hits
    ]
    text = table(rows, (0, 0, 30, 0)) if rows else run.say("cli.none.hits")
    return Answer([hit_row(hit) for hit in hits], text)


def export(run: Run) -> Answer:
    """A paper as a file."""
    from reader.services.exporting import Options

    asked = run.arguments
    options = Options(
        title=asked.title or "",
        kinds=tuple(Kind(kind) for kind in asked.kind) or None,
        tags=tuple(asked.tag),
        language=run.output.say.language,
        author=run.session.creator,
    )
    with shown(run.output.progress()) as progress:
        progress.begin(asked.output)
        done = run.session.exporting.export(
            run.articles(), asked.format, Path(asked.output), options, template=asked.template, progress=progress
        )
    value = {"path": str(done.path), "bytes": done.bytes, "pages": done.pages}
    key = "cli.done.exported_pages" if done.pages else "cli.done.exported"
    return Answer(value, run.say(key, path=done.path, bytes=f"{done.bytes:,}", pages=done.pages))


def cite(run: Run) -> Answer:
    """Citations, one an article."""
    styles = (run.arguments.style,) if run.arguments.style else ()
    entries = run.session.exporting.cite(run.articles(), *styles)
    return Answer([{"id": key, "text": text} for key, text in entries], "\n".join(text for _, text in entries))


def backup(run: Run) -> Answer:
    """A verified copy of the library."""
    path = Path(run.arguments.file)
    run.session.health.backup(path)
    size = path.stat().st_size
    return Answer({"path": str(path), "bytes": size}, run.say("cli.done.backup", path=path, bytes=f"{size:,}"))


def check(run: Run) -> Answer:
    """What the library holds, and what is wrong with it (exit status 1 then)."""
    report = run.session.health.check()
    problems = report["problems"]
    names = ("library", "schema", "articles", "annotations", "orphans")
    lines = [facts([(run.say(f"cli.check.{name}"), report[name]) for name in names])]
    lines += [run.say(f"problem.{problem['code']}", **problem) for problem in problems]
    lines += [] if problems else [run.say("cli.check.sound")]
    return Answer(report, "\n".join(lines), failed=bool(problems))


def restore(arguments: argparse.Namespace, output: Output, library: Path | None) -> Answer:
    """Put a backup in the place of the library, which need not be readable itself."""
    from reader.services.health import restore as put_back

    path = Path(arguments.file)
    target = put_back(path, library)
    return Answer({"path": str(path), "library": str(target)}, output.say("cli.done.restored", path=path))


VERBS: dict[str, Callable[[Run], Answer]] = {
    "add": add,
    "list": list_articles,
    "show": show,
    "edit": edit,
    "delete": delete,
    "undelete": undelete,
    "trash": trash,
    "empty-trash": empty_trash,
    "annotate": annotate,
    "edit-annotation": edit_annotation,
    "annotations": annotations,
    "search": search,
    "export": export,
    "cite": cite,
    "backup": backup,
    "check": check,
}
"""The verbs that work on an open library; `extract` and `restore` do without one."""
