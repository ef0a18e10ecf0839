"""The command line: one face over the services, for people and for scripts.

Exit status: 0 done; 1 something that was asked for failed; 2 wrong usage. Results go to stdout (with --json one JSON
value and nothing else), messages and progress to stderr.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__, settings
from reader.cli.arguments import UsageError, build_parser, chosen_language
from reader.cli.output import Output
from reader.cli.rows import error_row
from reader.messages import Messages
from reader.model.errors import AmbiguousQuoteError, ReaderError

if TYPE_CHECKING:
    from reader.cli.run import Answer

DONE, FAILED, WRONG_USAGE = 0, 1, 2
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
INTERRUPTED = 130
"""What shells report of a program that Ctrl-C ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: the process's own) and return its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    preferences = settings.load()
    say = Messages(chosen_language(arguments) or preferences.language)
    _speak_any_character()
    output = Output(say, is_json="--json" in arguments)
    try:
        return _run(arguments, output, preferences)
    except UsageError as error:
        return _wrong_usage(error, output)
    except SystemExit as error:  # --help and --version have printed
        return int(error.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return DONE
    except (ReaderError, OSError) as error:
        return _failed(error, output)
    except Exception as error:  # noqa: BLE001 - a bug: whoever reports it needs the traceback
        import traceback

        traceback.print_exc()
        return _failed(error, output)


def _run(arguments: list[str], output: Output, preferences: settings.Settings) -> int:
    parser = build_parser(output.say, __version__, arguments)
    asked = parser.parse_args(arguments)
    _check(asked, parser, output.say)
    library = Path(asked.library).expanduser() if asked.library else None
    if asked.verb is None:
        return _open_window(library, asked.lang)
    answer = _answer(asked, output, library, preferences)
    if answer.raw is not None:
        output.exactly(answer.raw)
    elif output.is_json:
        output.json(answer.value)
    else:
        output.line(answer.text if isinstance(answer.text, str) else answer.text())
    return FAILED if answer.failed else DONE


def _open_window(library: Path | None, language: str | None) -> int:
    # Qt aborts the process when there is no screen; a sentence is better.
    is_unix_desktop = sys.platform not in ("win32", "darwin")
    if is_unix_desktop and not any(os.environ.get(name) for name in SCREENS):
        raise ReaderError("no_screen")
    from reader.app import main as open_window

    return open_window(library=library, language=language)


def _check(asked: argparse.Namespace, parser: argparse.ArgumentParser, say: Messages) -> None:
    """What argparse cannot say: options that need one another."""

    def refuse(key: str, **data: object) -> None:
        raise UsageError(say(key, **data), parser.format_usage().strip())

    if asked.verb == "add":
        if asked.feed is None and not asked.sources and not asked.links:
            refuse("cli.usage.required", names="SOURCE")
        if asked.feed is not None and (asked.sources or asked.links or asked.url or asked.title):
            refuse("cli.usage.feed_alone")
        if asked.take is not None and asked.feed is None:
            refuse("cli.usage.take_feed")
        if (len(asked.sources) > 1 or asked.links) and (asked.url or asked.title):
            refuse("cli.usage.one_source")
        if asked.sources.count("-") > 1:
            refuse("cli.usage.one_input")
    if asked.verb == "reextract" and asked.remember and asked.forget:
        refuse("cli.usage.remember_or_forget")
    if asked.verb == "waiting" and asked.fetch and asked.drop:
        refuse("cli.usage.fetch_or_drop")
    if asked.verb == "export" and not asked.id and asked.collection is None:
        refuse("cli.usage.required", names="ID")
    if asked.verb == "digest":
        from reader.cli.digests import names_article

        if (asked.source is None) == (asked.text is None):
            refuse("cli.usage.source_or_text")
        if asked.version is not None and not names_article(asked):
            refuse("cli.usage.version_article")
    if asked.verb == "correct" and bool(asked.set) + asked.remove + asked.merge != 1:
        refuse("cli.usage.one_change")
    if asked.verb == "terms" and asked.articles and not asked.query:
        refuse("cli.usage.required", names="QUERY")
    if asked.verb == "annotate" and asked.quote is None and (asked.start is not None or asked.prefix or asked.suffix):
        refuse("cli.usage.quote_needed")


def _answer(
    asked: argparse.Namespace, output: Output, library: Path | None, preferences: settings.Settings
) -> "Answer":
    if asked.verb == "extract":
        from reader.cli import articles

        return articles.extract(asked, output)
    if asked.verb == "digest":
        from reader.cli import digests

        if not digests.names_article(asked):
            return digests.digest_alone(asked, output)
    if asked.verb == "restore":
        from reader.cli import papers

        return papers.restore(asked, output, library)
    from reader.cli.run import Run
    from reader.cli.verbs import function_of
    from reader.services.session import Session

    with Session(library, creator=preferences.reader_name) as session:
        return function_of(asked.verb)(Run(asked, output, session))


def _wrong_usage(error: UsageError, output: Output) -> int:
    output.message(error.message)
    print(error.usage, file=sys.stderr)
    if output.is_json:
        output.json({"error": "usage", "message": error.message})
    return WRONG_USAGE


def _failed(error: Exception, output: Output) -> int:
    sentence = _system_error(error, output.say) if isinstance(error, OSError) else output.say.error(error)
    output.message(sentence)
    if isinstance(error, AmbiguousQuoteError):
        for place in error.places:
            output.message(f"  {place['start']:>8}  {place['passage']}  …{place['context']}…")
    if output.is_json:
        with contextlib.suppress(OSError):
            output.json(error_row(error, sentence))
    return FAILED


def _system_error(error: OSError, say: Messages) -> str:
    """The sentence for trouble of the system that no room gave a code: a full disk under stdout, say."""
    return say("error.system", detail=error.strerror or str(error), path=error.filename or "")


def _speak_any_character() -> None:
    """A character that the terminal's encoding lacks is shown as ?, instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def _forget_stdout() -> None:
    """Nobody reads any more (`reader list | head -1`): nothing more is written, at the end of the process either."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
