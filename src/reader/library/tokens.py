"""What the index holds of a text, and what a query asks of it: pure functions over folded strings.

A text becomes a *bag*: every Han (or kana, Hangul) character, every pair of neighbouring ones, and every run of other
letters and digits whole. A query becomes tokens that each text with a match must hold; whether the words really stand
there is then decided by looking at the text itself.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from operator import add
from typing import NamedTuple

from reader.text.folding import fold, one_line

# Written without spaces between words: radicals, 々〇 and numerals, kana, bopomofo, Han with extensions, Hangul.
_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_WORD = f"[^\\W_{_HAN}]"

LONGEST_WORD = 64
"""Longer runs of letters are cut in the index: a base64 blob is not a word."""


class _Patterns(NamedTuple):
    run: re.Pattern[str]
    """Group "han", or a word."""
    all_han: re.Pattern[str]
    other: re.Pattern[str]
    term: re.Pattern[str]
    """Minus, "phrase", “phrase”, word."""


@cache
def _patterns() -> _Patterns:
    """Compiled when first needed: that takes 5 ms, and lists are shown without them."""
    return _Patterns(
        run=re.compile(f"(?P<han>[{_HAN}]+)|{_WORD}+"),
        all_han=re.compile(f"[{_HAN}]+"),
        other=re.compile(f"[^{_HAN}]+"),
        term=re.compile(r'(-(?=\S))?(?:"([^"]*)"?|“([^“”]*)”(?=\s|$)|(\S+))'),
    )


def bag(text: str) -> str:
    """The tokens of a text, joined by spaces, each once."""
    tokens: set[str] = set()
    for run in _patterns().run.finditer(fold(text)):
        word = run.group()
        if run["han"]:
            tokens.update(word)
            tokens.update(map(add, word, word[1:]))
        else:
            tokens.add(word[:LONGEST_WORD])
    return " ".join(tokens)


def is_plain(text: str) -> bool:
    """Whether folding leaves the Han characters as they are, so that Han words can be sought in `text` itself."""
    other = _patterns().other
    return other.sub("\n", fold(text)) == other.sub("\n", text)


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a query, folded."""

    text: str
    is_han: bool
    """Only Han characters: may be sought in a plain text without folding it."""
    pattern: re.Pattern[str] = field(compare=False)
    """Finds it in a folded text; letters and digits only at the beginning of a word."""
    utf8: bytes
    """`text` in UTF-8."""
    match: str
    """The FTS5 expression every text that holds it satisfies; "" when the index cannot help."""

    @property
    def is_exact(self) -> bool:
        """The index alone decides: its tokens are single characters and pairs."""
        return self.is_han and len(self.text) <= 2

    def count(self, folded: str) -> int:
        """How often it stands in a folded text."""
        if self.is_han:
            return folded.count(self.text)
        return sum(1 for _ in self.pattern.finditer(folded))

    def is_in(self, folded: str) -> bool:
        """Whether it stands in a folded text."""
        return self.text in folded if self.is_han else self.pattern.search(folded) is not None


@dataclass(frozen=True, slots=True)
class Terms:
    """A parsed query: all of `wanted` and none of `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]

    @property
    def match(self) -> str:
        """The FTS5 expression for all wanted terms together; "" when the index cannot help."""
        return " AND ".join(dict.fromkeys(term.match for term in self.wanted if term.match))

    @property
    def is_han(self) -> bool:
        """Whether a plain text need not be folded to be judged."""
        return all(term.is_han for term in (*self.wanted, *self.unwanted))


def parse(query: str) -> Terms:
    """Words are joined by AND; "a phrase" keeps its spaces; -word or -"a phrase" excludes."""
    wanted: dict[str, Term] = {}
    unwanted: dict[str, Term] = {}
    for minus, phrase, quoted, word in _patterns().term.findall(fold(query)):
        text = one_line(phrase or quoted or word)
        if text:
            (unwanted if minus else wanted)[text] = _term(text)
    return Terms(tuple(wanted.values()), tuple(unwanted.values()))


def _term(text: str) -> Term:
    is_han = _patterns().all_han.fullmatch(text) is not None
    begin = f"(?<!{_WORD})" if re.match(_WORD, text) else ""
    body = r"[^\S\n]+".join(re.escape(part) for part in text.split(" "))
    match = " AND ".join(query_tokens(text))
    return Term(text, is_han, re.compile(begin + body), text.encode("utf-8", "replace"), match)


def query_tokens(text: str) -> list[str]:
    """FTS5 strings of the tokens that every text with this folded one has, each once."""
    tokens: dict[str, None] = {}
    for run in _patterns().run.finditer(text):
        word = run.group()
        if run["han"]:
            pairs = list(map(add, word, word[1:])) or [word]
            tokens.update(dict.fromkeys(f'"{pair}"' for pair in pairs))
        else:
            # The last word may go on in the text; those before it end where they end here.
            prefix = "*" if run.end() == len(text) or len(word) > LONGEST_WORD else ""
            tokens[f'"{word[:LONGEST_WORD]}"{prefix}'] = None
    return list(tokens)
