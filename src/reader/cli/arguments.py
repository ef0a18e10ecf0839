"""The parser of the command line, made from the table of verbs and options.

Help texts and usage errors come from the catalogues: `cli.verb.<verb>` (one line), `cli.more.<verb>` (examples),
`cli.option.<verb>.<name>` or `cli.option.<name>`.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from reader.cli.options import VERBS, Option
from reader.messages import LANGUAGES, Messages

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
    (r"argument (?P<name>.+?): invalid _place value: '(?P<value>.*)'", "cli.usage.bad_place"),
    (r"argument (?P<name>.+?): invalid _setting value: '(?P<value>.*)'", "cli.usage.bad_setting"),
    (r"argument (?P<name>.+?): invalid _section value: '(?P<value>.*)'", "cli.usage.bad_section"),
    (r"argument (?P<name>.+?): invalid _pace value: '(?P<value>.*)'", "cli.usage.bad_pace"),
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
