"""One run of the command line: what was asked, and what is answered."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.cli.output import Output

if TYPE_CHECKING:
    from reader.services.session import Session

STANDARD_INPUT_LIMIT = 31 * 1024 * 1024
"""Bytes read of standard input: one more than capturing takes, so that it is capturing that refuses."""


@dataclass(frozen=True)
class Answer:
    """What a verb answers; `raw` replaces both forms by bytes as they are; `failed` makes the exit status 1."""

    value: Any
    text: str | Callable[[], str] = ""
    """For people; a function when it takes long to put together and scripts do not need it."""
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


def standard_input() -> bytes:
    """What is piped in."""
    return sys.stdin.buffer.read(STANDARD_INPUT_LIMIT)
