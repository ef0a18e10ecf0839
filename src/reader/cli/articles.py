"""The verbs about articles: saving, listing, showing, editing, the trash."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from reader.cli.output import SHORT_ID, Output, facts, shown, table
from reader.cli.rows import article_row, captured_row, error_row, outcome_row, shown_row
from reader.cli.run import Answer, Run, standard_input
from reader.model.article import AddOutcome, AddStatus, Article, Status
from reader.model.errors import CaptureError, LibraryError, NotFoundError, ReaderError
from reader.model.query import ArticleQuery, SortKey

EDITED_FIELDS = ("title", "source", "author", "published", "starred")
_LIST_LIMIT = 10_000_000
"""Bytes of a list of links that are read."""


def add(run: Run) -> Answer:
    """Save every source, or what is taken from a feed; one that fails does not stop the others."""
    asked = run.arguments
    if asked.feed is None:
        return _add_each(run, asked.sources + (_listed_links(asked.links) if asked.links else []))
    from reader.cli.feeds import checklist, chosen

    with shown(run.output.progress()) as progress:
        progress.begin(asked.feed)
        links = run.session.feeds.list_links(asked.feed, progress=progress)
    if asked.take is None:
        return checklist(run, links)
    return _add_each(run, chosen(links, asked.take))


def _add_each(run: Run, names: Sequence[str]) -> Answer:
    from reader.model.waiting import AddOptions

    asked, outcomes = run.arguments, []
    sources = _with_folders(names)
    with shown(run.output.progress()) as progress:
        for number, source in enumerate(sources, 1):
            if isinstance(source, AddOutcome):
                outcomes.append(source)
                tell_outcome(run, source)
                continue
            many = f"{number}/{len(sources)} " if len(sources) > 1 else ""
            progress.begin(many + source)
            options = AddOptions(asked.url or None, asked.title, asked.source_name, asked.images)
            data = standard_input() if source == "-" else None
            if asked.waits:
                outcome = run.session.waiting.add(source, data=data, options=options, progress=progress)
            else:
                outcome = run.session.capturing.add(source, data=data, progress=progress, **asdict(options))
            progress.close()
            outcomes.append(outcome)
            tell_outcome(run, outcome)
    failed = any(outcome.status is AddStatus.FAILED for outcome in outcomes)
    return Answer([outcome_row(outcome) for outcome in outcomes], failed=failed)


def _with_folders(names: Sequence[str]) -> list[str | AddOutcome]:
    """Every folder replaced by the files in it, or by what is wrong with it."""
    from reader.services.folders import files_below

    sources: list[str | AddOutcome] = []
    for name in names:
        try:
            is_folder = name != "-" and Path(name).is_dir()
            sources += map(str, files_below(Path(name))) if is_folder else [name]
        except OSError:  # too long a name: adding it says so
            sources.append(name)
        except ReaderError as error:
            sources.append(AddOutcome(name, AddStatus.FAILED, error=error))
    return sources


def _listed_links(file: str) -> list[str]:
    from reader.text.links import links_of_list

    try:
        with Path(file).expanduser().open("rb") as listing:
            links = links_of_list(listing.read(_LIST_LIMIT))
    except (OSError, ValueError, RuntimeError) as error:  # not there, a folder; a NUL in the name; "~nobody"
        raise CaptureError("file_unreadable", path=file) from error
    if not links:
        raise CaptureError("list_without_links", path=file)
    return links


def tell_outcome(run: Run, outcome: AddOutcome) -> None:
    """One line of what became of a source: on stdout, or on stderr when it failed."""
    from reader.services.reposts import sentence

    if outcome.error is not None:
        run.output.error(outcome.error)
        if outcome.waiting:
            run.output.message(run.say("waiting.queued", source=outcome.source))
        return
    key, data = sentence(outcome)
    run.output.line(f"{(outcome.id or '')[:SHORT_ID]}  {run.say(key, **data)}")


def extract(arguments: argparse.Namespace, output: Output) -> Answer:
    """What `add` would save; needs no library."""
    from reader.services.capturing import extract as capture_only

    data = standard_input() if arguments.source == "-" else None
    captured = capture_only(
        arguments.source, url=arguments.url or None, data=data, encoding=arguments.encoding, body=arguments.body
    )
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
    return Answer([article_row(article) for article in articles], lambda: _article_table(run, articles))


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
        attachments = run.session.attaching.list(article, asked.version)
        row = shown_row(reading.article(article), reading.versions(article), content, attachments)
        if asked.passages:
            row["passages"] = [{"passage": number, "start": start, "end": end} for number, _, start, end in sentences]
        run.output.is_json = True
        return Answer(row)
    if asked.passages:
        lines = "".join(f"{number}\t{sentence.strip()}\n" for number, sentence, _, _ in sentences)
        return Answer(None, raw=lines.encode())
    texts: dict[str | None, Callable[[], str]] = {
        "markdown": lambda: reading.markdown(article, asked.version),
        "html": lambda: reading.web_page(article, asked.version),
    }
    return Answer(None, raw=texts.get(asked.format, lambda: content.text)().encode())


def edit(run: Run) -> Answer:
    """Metadata, state, tags and collections; all of it or, when something is wrong, nothing."""
    organising, article, asked = run.session.organising, run.article(), run.arguments
    changes = {name: getattr(asked, name) for name in EDITED_FIELDS if getattr(asked, name) is not None}
    changes |= {"status": Status(asked.status)} if asked.status else {}
    # An empty value takes a fact away; only a title cannot be without.
    if not all(name.strip() for name in (*asked.tag, *asked.collection)):
        raise LibraryError("name_empty")
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
    articles: list[str] = []
    annotations: list[str] = []
    errors: list[ReaderError] = []
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
