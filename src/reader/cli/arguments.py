"""What the command line understands: a table of verbs and options, and the parser made from it.

Help texts and usage errors come from the catalogues: `cli.verb.<verb>` (one line), `cli.more.<verb>` (examples),
`cli.option.<verb>.<name>` or `cli.option.<name>`.
"""

import argparse
import datetime
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from reader.messages import LANGUAGES, Messages
from reader.model.annotation import Kind
from reader.model.article import Status
from reader.model.query import Field, SortKey

FORMATS = ("docx", "pdf", "html", "md")
TEMPLATES = ("study", "compare")
SHOW_FORMATS = ("text", "markdown", "html", "json")
CITATION_STYLES = ("gbt7714-2025", "gbt7714-2015", "bibtex", "ris", "csl-json")
SEARCH_ORDERS = ("relevance", "date")

USAGE_ERRORS = (
    (r"the following arguments are required: (?P<names>.+)", "cli.usage.required"),
    (r"unrecognized arguments: (?P<names>.+)", "cli.usage.unknown"),
    (r"argument VERB: invalid choice: '?(?P<value>.*?)'?(?:, maybe .*)? \(choose from .*\)", "cli.usage.verb"),
    (
        r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'?(?:, maybe .*)? \(choose from (?P<choices>.+)\)",
        "cli.usage.choice",
    ),
    (r"argument (?P<name>.+?): expected .*argument.*", "cli.usage.value_missing"),
    (r"argument (?P<name>.+?): invalid _calendar_date value: '(?P<value>.*)'", "cli.usage.bad_date"),
    (r"argument (?P<name>.+?): invalid _count value: '(?P<value>.*)'", "cli.usage.bad_count"),
    (r"argument (?P<name>.+?): invalid _fields value: '(?P<value>.*)'", "cli.usage.bad_fields"),
    (r"argument (?P<name>.+?): invalid taken value: '(?P<value>.*)'", "cli.usage.bad_take"),
    (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", "cli.usage.exclusive"),
    (r"argument (?P<name>.+?): ignored explicit argument '(?P<value>.*)'", "cli.usage.no_value"),
    (r"argument (?P<name>.+?): (?P<detail>.+)", "cli.usage.value"),
)
"""What argparse says (in English) → the sentence in the user's language; the first that fits is taken."""


class UsageError(Exception):
    """The command line cannot be understood; `message` is a sentence, `usage` the summary line of the verb."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


@dataclass(frozen=True)
class Option:
    """One argument: its flags (or one bare name, for a positional one) and what argparse needs to know of it."""

    flags: tuple[str, ...]
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """"source" of --source, "no_images" of --no-images: the end of the key of its help text."""
        return self.flags[-1].lstrip("-").replace("-", "_").lower()


def _option(*flags: str, **settings: Any) -> Option:
    return Option(flags, settings)


def _calendar_date(value: str) -> str:
    return datetime.date.fromisoformat(value).isoformat() if value else ""


def _count(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError(value)
    return number


def taken(value: str) -> object:
    """What of a feed is taken; ValueError for anything but "new", "all" and numbers."""
    from reader.cli import feeds

    return feeds.taken(value)


def _fields(value: str) -> tuple[Field, ...]:
    return tuple(dict.fromkeys(Field(name.strip()) for name in value.split(",") if name.strip())) or tuple(Field)


_KIND = {"choices": [kind.value for kind in Kind]}
_MANY = {"action": "append", "default": []}
_DATE = {"type": _calendar_date, "metavar": "YYYY-MM-DD"}
_IDS = _option("id", nargs="+", metavar="ID")
_ID = _option("id", metavar="ID")
_FILE = _option("file", metavar="FILE")

VERBS: dict[str, tuple[Option, ...]] = {
    "add": (
        _option("sources", nargs="*", metavar="SOURCE"),
        _option("--feed", metavar="URL"),
        _option("--take", type=taken, metavar="new|all|1,3-5"),
        _option("--links", metavar="FILE"),
        _option("--url", metavar="URL"),
        _option("--title", metavar="T"),
        _option("--source", dest="source_name", metavar="S"),
        _option("--no-images", dest="images", action="store_false"),
        _option("--no-wait", dest="waits", action="store_false"),
    ),
    "waiting": (
        _option("--fetch", action="store_true"),
        _option("--drop", type=_count, nargs="+", metavar="ID"),
    ),
    "extract": (
        _option("source", metavar="SOURCE"),
        _option("--url", metavar="URL"),
        _option("--encoding", metavar="NAME"),
        _option("--body", metavar="SELECTOR", default=""),
    ),
    "reextract": (
        _ID,
        _option("--encoding", metavar="NAME|auto"),
        _option("--body", metavar="wider|narrower|auto|SELECTOR"),
        _option("--remember", action="store_true"),
        _option("--forget", action="store_true"),
    ),
    "rules": (_option("--forget", metavar="SITE"),),
    "refetch": (_IDS,),
    "changes": (
        _ID,
        _option("--from", dest="old", type=_count, metavar="N"),
        _option("--to", dest="new", type=_count, metavar="M"),
    ),
    "list": (
        _option("--query", metavar="Q", default=""),
        _option("--tag", metavar="T"),
        _option("--collection", metavar="C"),
        _option("--status", choices=[status.value for status in Status]),
        _option("--starred", action="store_true"),
        _option("--sort", choices=[key.value for key in SortKey], default=SortKey.ADDED.value),
        _option("--limit", type=_count, metavar="N"),
    ),
    "show": (
        _ID,
        _option("--format", choices=SHOW_FORMATS),
        _option("--passages", action="store_true"),
        _option("--version", type=_count, metavar="N"),
    ),
    "attachments": (_ID, _option("-o", "--output", metavar="FOLDER")),
    "fetch-images": (_IDS,),
    "edit": (
        _ID,
        _option("--title", metavar="T"),
        _option("--source", metavar="S"),
        _option("--author", metavar="A"),
        _option("--published", **_DATE),
        _option("--status", choices=[status.value for status in Status]),
        _option("--star", dest="starred", action=argparse.BooleanOptionalAction, default=None),
        _option("--tag", metavar="T", **_MANY),
        _option("--untag", metavar="T", **_MANY),
        _option("--collection", metavar="C", **_MANY),
        _option("--uncollect", metavar="C", **_MANY),
    ),
    "delete": (_IDS,),
    "trash": (),
    "undelete": (_IDS,),
    "empty-trash": (_option("--yes", action="store_true", required=True),),
    "annotate": (
        _ID,
        _option("--quote", metavar="Q"),
        _option("--prefix", metavar="P", default=""),
        _option("--suffix", metavar="S", default=""),
        _option("--start", type=_count, metavar="N"),
        _option("--kind", default=Kind.KEY.value, **_KIND),
        _option("--note", metavar="N", default=""),
        _option("--tag", metavar="T", **_MANY),
        _option("--owner", metavar="O"),
        _option("--due", **_DATE),
    ),
    "edit-annotation": (
        _option("id", metavar="AID"),
        _option("--kind", **_KIND),
        _option("--note", metavar="N"),
        _option("--tag", metavar="T", **_MANY),
        _option("--untag", metavar="T", **_MANY),
        _option("--owner", metavar="O"),
        _option("--due", **_DATE),
        _option("--start", type=_count, metavar="N"),
        _option("--end", type=_count, metavar="N"),
    ),
    "annotations": (
        _option("id", nargs="?", metavar="ID"),
        _option("--kind", **_KIND),
        _option("--tag", metavar="T"),
        _option("--orphans", action="store_true"),
    ),
    "digest": (
        _option("source", nargs="?", metavar="SOURCE_OR_ID"),
        _option("--text", metavar="FILE"),
    ),
    "contrast": (_IDS,),
    "search": (
        _option("query", nargs="+", metavar="QUERY"),
        _option("--in", dest="fields", type=_fields, default=tuple(Field), metavar="title,text,note,quote"),
        _option("--sort", choices=SEARCH_ORDERS, default="relevance"),
        _option("--limit", type=_count, default=50, metavar="N"),
    ),
    "resembling": (_ID,),
    "export": (
        _IDS,
        _option("--format", choices=FORMATS, required=True),
        _option("--template", choices=TEMPLATES, default="study"),
        _option("--title", metavar="T"),
        _option("--kind", **_KIND, **_MANY),
        _option("--tag", metavar="T", **_MANY),
        _option("-o", "--output", metavar="FILE", required=True),
    ),
    "cite": (_IDS, _option("--style", choices=CITATION_STYLES)),
    "backup": (_FILE,),
    "restore": (_FILE,),
    "check": (),
}
"""Verb → its arguments, in the order of the help text."""


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks the user's language and raises instead of ending the process."""

    def __init__(self, *, messages: Messages, **settings: Any) -> None:
        if sys.version_info >= (3, 14):
            settings["color"] = False  # escape sequences would stand between the words that are replaced below
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings
        )
        self.messages = messages
        self._positionals.title = messages("cli.help.positionals")
        self._optionals.title = messages("cli.help.options")
        self.add_argument("-h", "--help", action="help", help=messages("cli.help.help"))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", self.messages("cli.help.usage"), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", self.messages("cli.help.usage"), 1)

    def error(self, message: str) -> NoReturn:
        sentence = self.messages("cli.usage.other", detail=message)
        for pattern, key in USAGE_ERRORS:
            if match := re.fullmatch(pattern, message, re.S):
                sentence = self.messages(key, **match.groupdict())
                break
        raise UsageError(sentence, self.format_usage().strip())


def _add_everywhere(parser: _Parser, *, is_verb: bool) -> None:
    """--json, --library and --lang, accepted before and after the verb: a verb keeps what was said before it."""
    say = parser.messages

    def default(value: object) -> object:
        return argparse.SUPPRESS if is_verb else value

    parser.add_argument("--json", action="store_true", default=default(False), help=say("cli.option.json"))
    parser.add_argument("--library", metavar="FILE", default=default(None), help=say("cli.option.library"))
    parser.add_argument("--lang", choices=LANGUAGES, default=default(None), help=say("cli.option.lang"))


def _help_of(say: Messages, verb: str, option: Option) -> str:
    own = f"cli.option.{verb}.{option.name}"
    # argparse fills % signs of help texts itself.
    return say(own if say.has(own) else f"cli.option.{option.name}").replace("%", "%%")


def build_parser(say: Messages, version: str, arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the whole command line; it raises UsageError, and SystemExit(0) after printing help.

    Only verbs that stand among `arguments` get their options: making all of them takes longer than listing articles.
    """
    parser = _Parser(messages=say, prog="reader", description=say("cli.description"), epilog=say("cli.epilog"))
    _add_everywhere(parser, is_verb=False)
    parser.add_argument("--version", action="version", version=f"reader {version}", help=say("cli.option.version"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title=say("cli.help.verbs"))
    for verb, options in VERBS.items():
        more = say(f"cli.more.{verb}")
        each = verbs.add_parser(
            verb, messages=say, help=say(f"cli.verb.{verb}"), description=say(f"cli.verb.{verb}"), epilog=more
        )
        if verb not in arguments:
            continue
        for option in options:
            each.add_argument(*option.flags, help=_help_of(say, verb, option), **option.settings)
        _add_everywhere(each, is_verb=True)
    return parser


def chosen_language(arguments: Sequence[str]) -> str | None:
    """What --lang says, found before anything is parsed, so that help and usage errors already speak it."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return None
