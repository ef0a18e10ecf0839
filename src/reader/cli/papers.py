"""The verbs about what comes out of a library, and about the library as a whole."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.output import SHORT_ID, Output, facts, shown, table
from reader.cli.rows import hit_row
from reader.cli.run import Answer, Run
from reader.model.annotation import Kind
from reader.model.article import Collection
from reader.model.errors import ExportError, NotFoundError
from reader.model.query import ArticleQuery, SearchHit, SortKey

if TYPE_CHECKING:
    from reader.services.exporting import Options, PaperBlock

ADVICE = frozenset({"sqlite_old", "library_in_cloud_folder"})
"""Problems of the place, not of the library: told, but no failure."""


def search(run: Run) -> Answer:
    """Full-text search."""
    asked = run.arguments
    hits = run.session.searching.search(" ".join(asked.query), asked.fields, asked.sort, asked.limit)
    return Answer([hit_row(hit) for hit in hits], lambda: _hit_table(run, hits))


def _hit_table(run: Run, hits: Sequence[SearchHit]) -> str:
    rows = [
        (hit.article[:SHORT_ID], run.say(f"cli.field.{hit.field.value}"), hit.title, " ".join(hit.snippet.split()))
        for hit in hits
    ]
    return table(rows, (0, 0, 30, 0)) if rows else run.say("cli.none.hits")


def export(run: Run) -> Answer:
    """A paper as a file, or annotations as a file for other programs."""
    from reader.cli.options import INTERCHANGE_FORMATS

    asked, meeting = run.arguments, _collection(run)
    ids = _articles(run, meeting)
    if asked.format in INTERCHANGE_FORMATS:
        from reader.cli.interchange import export_annotations

        return export_annotations(run, ids)
    options = _options(run, ids, meeting)
    exporting = run.session.exporting
    own = exporting.own_templates.find(asked.own) if asked.own else None
    with shown(run.output.progress()) as progress:
        progress.begin(asked.output)
        done = exporting.export(
            ids,
            asked.format,
            Path(asked.output),
            options,
            template=asked.template,
            profile=asked.profile,
            own=own,
            progress=progress,
        )
    value = {"path": str(done.path), "bytes": done.bytes, "pages": done.pages}
    key = "cli.done.exported_pages" if done.pages else "cli.done.exported"
    return Answer(value, run.say(key, path=done.path, bytes=f"{done.bytes:,}", pages=done.pages))


def _collection(run: Run) -> Collection | None:
    """The one that --collection names."""
    name = run.arguments.collection
    found = next((each for each in run.session.organising.collections() if each.name == name), None)
    if name is not None and found is None:
        raise NotFoundError("collection_not_found", name=name)
    return found


def _articles(run: Run, collection: Collection | None) -> list[str]:
    """Those that were named, then those of the collection from the oldest on, each once."""
    named = run.articles()
    if collection is None:
        return named
    query = ArticleQuery(collection=collection.name, sort=SortKey.ADDED)
    inside = run.session.organising.ids(query)[::-1]
    if not named and not inside:
        raise ExportError("export_nothing", collection=collection.name)
    return list(dict.fromkeys([*named, *inside]))


def _options(run: Run, ids: Sequence[str], meeting: Collection | None) -> "Options":
    """What was asked for; a collection with a date is a meeting, and gives title, date and people nobody named."""
    from reader.services.exporting import PACE, Options

    asked = run.arguments
    about = (meeting.name, meeting.date, meeting.participants) if meeting and meeting.date else ("", "", "")
    given: dict[str, Any] = dict(zip(("title", "date", "people"), about, strict=True))
    same = (
        *("recipient", "signature", "masthead", "issue", "unit", "remark", "copies"),
        *("abstract", "order", "style", "with_blanks", "with_quotes", "with_sources", "with_creator"),
        *("to_fullwidth", "with_original"),
    )
    return Options(
        kinds=tuple(Kind(kind) for kind in asked.kind) or None,
        tags=tuple(asked.tag),
        creators=tuple(asked.creators),
        attachments=tuple(asked.attachments),
        copies_to=tuple(asked.copies_to),
        pace=asked.pace or PACE,
        blocks=_blocks(asked),
        language=_paper_language(run, ids),
        author=run.session.creator,
        **{name: getattr(asked, name) or value for name, value in given.items()},
        **{name: getattr(asked, name) for name in same},
    )


def _blocks(asked: argparse.Namespace) -> "tuple[PaperBlock, ...]":
    """The parts of the paper as --section orders and names them, and without those of --without."""
    from reader.services.exporting import TEMPLATES, PaperBlock, arranged

    known = TEMPLATES[asked.template].blocks
    for name in (*(name for name, _ in asked.sections), *asked.without):
        if name not in known:
            raise ExportError("export_block", block=name, template=asked.template, blocks=", ".join(known))
    wanted = arranged(known, [PaperBlock(name, heading) for name, heading in asked.sections])
    return tuple(replace(block, is_shown=block.name not in asked.without) for block in wanted)


def _paper_language(run: Run, ids: Sequence[str]) -> str:
    """What --lang says; without it a paper over Chinese articles is Chinese, whatever the locale of the terminal."""
    languages = {run.session.reading.article(each).metadata.language or "" for each in ids}
    is_chinese = any(language.startswith("zh") for language in languages)
    return run.arguments.lang or ("zh_CN" if is_chinese else run.output.say.language)


def cite(run: Run) -> Answer:
    """Citations, one an article; a reprint, which the standard has no place for, is told beside them."""
    from reader.services.exporting import DEFAULT_STYLE

    style = run.arguments.style or DEFAULT_STYLE
    ids = run.articles()
    entries = run.session.exporting.cite(ids, style)
    value = [{"id": key, "text": text} for key, text in entries]
    texts = [text for _, text in entries]
    if style.startswith("gbt7714"):
        for note in filter(None, map(run.session.exporting.reprint_note, ids)):
            run.output.message(note)
        if len(texts) > 1:
            texts = [f"[{number}] {text}" for number, text in enumerate(texts, 1)]
    elif style == "csl-json":
        texts = ["[\n" + ",\n".join(texts) + "\n]"]
    elif style == "ris" and not run.output.is_json:
        # Its lines end in the same way on every system.
        return Answer(value, raw="".join(texts).encode(errors="replace"))
    return Answer(value, "\n".join(texts))


def backup(run: Run) -> Answer:
    """A verified copy of the library."""
    path = Path(run.arguments.file)
    run.session.health.backup(path)
    size = path.stat().st_size
    return Answer({"path": str(path), "bytes": size}, run.say("cli.done.backup", path=path, bytes=f"{size:,}"))


def restore(arguments: argparse.Namespace, output: Output, library: Path | None) -> Answer:
    """Put a backup in the place of the library, which need not be readable itself."""
    from reader.services.health import restore as put_back

    path = Path(arguments.file)
    target = put_back(path, library)
    return Answer({"path": str(path), "library": str(target)}, output.say("cli.done.restored", path=path))


def check(run: Run) -> Answer:
    """What the library holds, and what is wrong with it; exit status 1 when something is."""
    report = run.session.health.check()
    problems = report["problems"]
    names = ("library", "schema", "articles", "annotations", "orphans")
    lines = [facts([(run.say(f"cli.check.{name}"), report[name]) for name in names])]
    lines += [run.say(f"problem.{problem['code']}", **problem) for problem in problems]
    lines += [] if problems else [run.say("cli.check.sound")]
    return Answer(report, "\n".join(lines), failed=any(problem["code"] not in ADVICE for problem in problems))
