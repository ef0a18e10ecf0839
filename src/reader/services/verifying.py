"""原文核对: every quotation of a document is looked for in the library, and where it differs, in what."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.anchoring.quoting import QuotedText, differences, similarity
from reader.library import Library
from reader.model.article import Article
from reader.model.blocks import Span
from reader.model.errors import CancelledError
from reader.model.progress import Progress
from reader.model.verification import Checked, Difference, Verdict, Verification
from reader.text.folding import clean, fold
from reader.text.passages import parse_passage
from reader.text.quotations import Quoted, find_quotations, pieces
from reader.text.wording import as_written, words

if TYPE_CHECKING:
    from reader.capture import Parser
    from reader.library.candidates import Candidates


EXACT_CANDIDATES = 30
"""Articles with the same words that are looked at: a text and its reprints."""
NEAR_CANDIDATES = 6
"""Articles with most of the words that are looked at for a quotation that nobody has exactly."""
LEAST_SIMILARITY = 0.6
SHORT, LEAST_OF_SHORT = 12, 0.7
"""From this share of equal characters on, a place is the source of a quotation that differs from it; a short one must
be more like it. In 24 reports, 3 % of the stretches of 8 characters have such a place in another report by chance, and
1 % of those of 12; with two wrong characters, 94 % and 100 % keep their own."""
REMEMBERED = 16_000_000
"""Characters of prepared texts that are kept for the next quotation."""
ELLIPSIS = "……"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A quotation that is looked for, in its pieces."""

    quoted: Quoted
    spans: tuple[tuple[int, int], ...]
    """Of the pieces, in the quotation."""

    @property
    def pieces(self) -> list[str]:
        return [self.quoted.text[start:end] for start, end in self.spans]

    @property
    def words(self) -> str:
        """For the index."""
        return fold("\n".join(as_written(piece).text for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class _Source:
    """A version of an article that is looked into."""

    article: str
    version: int
    newest: int
    text: QuotedText


class Verifying:
    """Checks documents against the library; reads only. Any thread may ask."""

    def __init__(self, library: Library, parser: Callable[[], "Parser"]) -> None:
        """`parser` gives the worker process in which documents are read."""
        self._library, self._parser = library, parser

    def verify_file(
        self,
        source: str,
        ids: Collection[str] | None = None,
        *,
        data: bytes | None = None,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> Verification:
        """Check a document (DOCX, PDF, EPUB, HTML, Markdown, text) by its path, or by its bytes in `data`.

        `ids` are the articles that it may quote, None means all. Raises CaptureError where it cannot be read, and
        CancelledError.
        """
        from reader.capture import read_through

        if progress:
            progress("extract", 0, 0)
        found = read_through(source, data=data, cancel=cancel, parser=self._parser())
        done = self._verify(found["text"], found["quotes"], ids, progress, cancel)
        return replace(done, truncated=found["truncated"])

    def verify_text(
        self,
        text: str,
        ids: Collection[str] | None = None,
        *,
        progress: Progress | None = None,
        cancel: threading.Event | None = None,
    ) -> Verification:
        """Check a text as it was pasted; lines that begin with > are block quotes. Raises CancelledError."""
        return self._verify(clean(text.replace("\r\n", "\n").replace("\r", "\n")), (), ids, progress, cancel)

    def _verify(
        self,
        text: str,
        quote_lines: Collection[int],
        ids: Collection[str] | None,
        progress: Progress | None,
        cancel: threading.Event | None,
    ) -> Verification:
        quotations = find_quotations(text, quote_lines)
        check = _Check(self._library, ids)

        def stop_or_tell(done: int) -> None:
            if cancel is not None and cancel.is_set():
                raise CancelledError
            if progress:
                progress("verify", done, len(quotations.quoted))

        return Verification(text, tuple(check.all(quotations.quoted, stop_or_tell)), quotations.terms)


class _Check:
    """One run over the quotations of a document."""

    def __init__(self, library: Library, ids: Collection[str] | None) -> None:
        self._library = library
        self._ids = None if ids is None else frozenset(ids)
        self._candidates: Candidates = library.candidates()
        self._texts: OrderedDict[str, _Source] = OrderedDict()
        self._size = 0
        self._articles: dict[str, Article] = {}
        self._used: Counter[str] = Counter()

    def all(self, quoted: Sequence[Quoted], tell: Callable[[int], None]) -> Iterator[Checked]:
        """Everything that stands in a newest text first, then older versions, then what is only like it."""
        found: dict[int, Checked] = {}
        known: dict[tuple[str, str | None, bool], Checked] = {}
        missed: list[tuple[int, _Wanted]] = []
        for number, each in enumerate(quoted):
            tell(number)
            wanted = _wanted(each)
            key = (each.text, each.stated, each.is_nested)
            exact = known.get(key) or self._exact(wanted)
            if exact is None:
                missed.append((number, wanted))
            else:
                known[key] = found[number] = exact
                self._used[exact.article] += 1
        found |= self._in_old_texts(missed) if missed else {}
        for number, wanted in missed:
            if number not in found:
                tell(number)
                key = (wanted.quoted.text, wanted.quoted.stated, wanted.quoted.is_nested)
                found[number] = known[key] = known.get(key) or self._nearest(wanted)
        for number, each in enumerate(quoted):
            yield replace(found[number], start=each.start, end=each.end)

    # ---- the three ways

    def _exact(self, wanted: _Wanted) -> Checked | None:
        """The best place with all the words in a newest text; None where there is none."""
        if not wanted.spans:
            return None
        best: Checked | None = None
        for article in self._allowed(self._candidates.holding(wanted.words, EXACT_CANDIDATES)):
            source = self._source(article)
            for places in source.text.places(wanted.pieces):
                one = self._checked(wanted, source, places)
                if best is None or self._rank(one) > self._rank(best):
                    best = one
                if self._rank(one)[0] or not wanted.quoted.stated:
                    break
        return best

    def _rank(self, checked: Checked) -> tuple[bool, bool, int]:
        """The right words in the right place, the right words, and in an article that the document quotes anyway."""
        is_right = not checked.differences
        is_placed = is_right and checked.stated is not None and checked.verdict is Verdict.EXACT
        return is_placed, is_right, self._used[checked.article]

    def _in_old_texts(self, missed: Sequence[tuple[int, _Wanted]]) -> dict[int, Checked]:
        """What stands in an older version, with one look at each of them for all quotations."""
        found: dict[int, Checked] = {}
        for old in self._candidates.old_texts(self._ids or ()):
            source: _Source | None = None
            for number, wanted in missed:
                if number in found or not wanted.spans:
                    continue
                if source is None:
                    newest = self._article(old.article).version
                    source = _Source(old.article, old.version, newest, QuotedText(old.text))
                if places := next(source.text.places(wanted.pieces), None):
                    found[number] = self._checked(wanted, source, places)
        return found

    def _nearest(self, wanted: _Wanted) -> Checked:
        """The place that is most like it, if one is like it."""
        quoted = wanted.quoted
        best = Checked(quoted.text, quoted.start, quoted.end, Verdict.NOT_FOUND, quoted.stated)
        if not wanted.spans:
            return best
        least = LEAST_OF_SHORT if len(quoted.text) < SHORT else LEAST_SIMILARITY
        for article in self._allowed(self._candidates.resembling(wanted.words, NEAR_CANDIDATES)):
            source = self._source(article)
            places = source.text.nearest(wanted.pieces)
            if not places:
                continue
            one = self._checked(wanted, source, places)
            if one.similarity >= least and one.similarity > best.similarity:
                best = one
        return best

    # ---- pieces

    def _allowed(self, articles: Sequence[str]) -> list[str]:
        return [article for article in articles if self._ids is None or article in self._ids]

    def _article(self, key: str) -> Article:
        if key not in self._articles:
            self._articles[key] = self._library.articles.get(key)
        return self._articles[key]

    def _source(self, key: str) -> _Source:
        """The newest text of an article, prepared; the ones used last are kept."""
        if key in self._texts:
            self._texts.move_to_end(key)
            return self._texts[key]
        version = self._article(key).version
        source = _Source(key, version, version, QuotedText(self._library.articles.text(key)))
        self._texts[key] = source
        self._size += len(source.text.text)
        while self._size > REMEMBERED and len(self._texts) > 1:
            self._size -= len(self._texts.popitem(last=False)[1].text.text)
        return source

    def _checked(self, wanted: _Wanted, source: _Source, places: Sequence[Span]) -> Checked:
        quoted, text = wanted.quoted, source.text.text
        found = [text[slice(*place)] for place in places]
        made: list[Difference] = []
        there = 0
        for (start, _), piece, words_there in zip(wanted.spans, wanted.pieces, found, strict=True):
            made += [
                each._replace(start=each.start + start, end=each.end + start, found_start=each.found_start + there)
                for each in differences(piece, words_there, is_nested=quoted.is_nested)
            ]
            there += len(words_there) + len(ELLIPSIS)
        first, last = places[0].start, places[-1].end
        passage = source.text.passages.number(first, last)
        verdict = Verdict.DIFFERS if made else Verdict.EXACT
        if not made and quoted.stated and not _agree(quoted.stated, passage):
            verdict = Verdict.ELSEWHERE
        return Checked(
            quoted.text,
            quoted.start,
            quoted.end,
            verdict,
            quoted.stated,
            source.article,
            self._article(source.article).title,
            source.version,
            source.newest,
            passage,
            ELLIPSIS.join(found),
            first,
            last,
            tuple(made),
            similarity("".join(wanted.pieces), "".join(found), is_nested=quoted.is_nested) if made else 1.0,
        )


def _wanted(quoted: Quoted) -> _Wanted:
    spans = [span for span in pieces(quoted.text) if words(quoted.text[slice(*span)])]
    return _Wanted(quoted, tuple(spans))


def _agree(stated: str, passage: str | None) -> bool:
    """Whether a passage is the stated one, or lies within it."""
    if passage is None:
        return False
    a, b, c, d = parse_passage(stated)
    e, f, g, h = parse_passage(passage)
    return (a, b) <= (e, f) and (g, h) <= (c, d)
