"""The verbs about what comes out of a library, and about the library as a whole."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.cli.output import SHORT_ID, Output, facts, shown, table
from reader.cli.rows import hit_row
from reader.cli.run import Answer, Run
from reader.model.annotation import Kind
from reader.model.query import SearchHit

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
    """A paper as a file."""
    from reader.services.exporting import Options

    asked, ids = run.arguments, run.articles()
    options = Options(
        title=asked.title or "",
        kinds=tuple(Kind(kind) for kind in asked.kind) or None,
        tags=tuple(asked.tag),
        language=_paper_language(run, ids),
        author=run.session.creator,
    )
    with shown(run.output.progress()) as progress:
        progress.begin(asked.output)
        done = run.session.exporting.export(
            ids,
            asked.format,
            Path(asked.output),
            options,
            template=asked.template,
            profile=asked.profile,
            progress=progress,
        )
    value = {"path": str(done.path), "bytes": done.bytes, "pages": done.pages}
    key = "cli.done.exported_pages" if done.pages else "cli.done.exported"
    return Answer(value, run.say(key, path=done.path, bytes=f"{done.bytes:,}", pages=done.pages))


def _paper_language(run: Run, ids: Sequence[str]) -> str:
    """What --lang says; without it a paper over Chinese articles is Chinese, whatever the locale of the terminal."""
    languages = {run.session.reading.article(each).metadata.language or "" for each in ids}
    is_chinese = any(language.startswith("zh") for language in languages)
    return run.arguments.lang or ("zh_CN" if is_chinese else run.output.say.language)


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
