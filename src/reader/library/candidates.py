"""Which articles may hold some words: what the index names, before anybody looks at a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING, NamedTuple

from reader.library import index
from reader.library.tokens import query_tokens

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine

TOKENS = 24
"""So many tokens of long words, spread over them, name their article as well as all do."""

COMMON = 3_000
"""A token in more articles than this tells none of them from the others."""


class OldText(NamedTuple):
    """The text of a version that is no longer the newest of its article."""

    article: str
    version: int
    text: str


class Candidates:
    """Looks up words in the index of one library; articles in the trash are left out. Any thread may ask."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._named: dict[str, list[int]] = {}

    def holding(self, words: str, limit: int) -> list[str]:
        """Ids of articles whose newest text may hold these words, the last added first; none for signs alone."""
        tokens = query_tokens(words)
        chosen = tokens[:: 1 + len(tokens) // TOKENS]
        if not chosen:
            return []
        with self._engine.reading() as connection:
            rows = connection.execute(
                f"SELECT a.id FROM (SELECT rowid FROM {index.TEXT} WHERE {index.TEXT} MATCH ? ORDER BY rowid DESC) f "
                "CROSS JOIN articles a ON a.seq = f.rowid WHERE a.deleted IS NULL LIMIT ?",
                (" AND ".join(chosen), limit),
            )
            return [row[0] for row in rows]

    def resembling(self, words: str, limit: int) -> list[str]:
        """Ids of the articles that have most of these words, the rare ones counting most."""
        tokens = query_tokens(words)
        scores: dict[int, float] = {}
        with self._engine.reading() as connection:
            named = [self._of(connection, token) for token in tokens[:: 1 + len(tokens) // (4 * TOKENS)]]
            for seqs in sorted(filter(None, named), key=len)[:TOKENS]:
                # Several common ones must outweigh a rare one that came in by a slip of the pen.
                weight = 1 / (1 + log(len(seqs)))
                for seq in seqs:
                    scores[seq] = scores.get(seq, 0.0) + weight
            # Some of the best may lie in the trash.
            best = nlargest(2 * limit, scores, key=lambda seq: (scores[seq], seq))
            return self._ids(connection, best)[:limit]

    def _of(self, connection: Connection, token: str) -> list[int]:
        """Row ids of the articles that have a token; none when they are too many to tell anything."""
        if token not in self._named:
            sql = f"SELECT rowid FROM {index.TEXT} WHERE {index.TEXT} MATCH ? LIMIT ?"
            found = [row[0] for row in connection.execute(sql, (token, COMMON + 1))]
            self._named[token] = found if len(found) <= COMMON else []
        return self._named[token]

    @staticmethod
    def _ids(connection: Connection, seqs: Sequence[int]) -> list[str]:
        places = ", ".join(map(str, seqs))
        rows = connection.execute(f"SELECT seq, id FROM articles WHERE deleted IS NULL AND seq IN ({places})")
        ids = {row["seq"]: row["id"] for row in rows}
        return [ids[seq] for seq in seqs if seq in ids]

    def old_texts(self, articles: Iterable[str] = ()) -> Iterator[OldText]:
        """The texts of all versions but the newest, of these articles or of all; of each article the newest first."""
        wanted = set(articles)
        with self._engine.reading() as connection:
            rows = connection.execute(
                "SELECT a.id, v.seq, v.number FROM versions v JOIN articles a ON a.seq = v.article "
                "WHERE v.seq <> a.latest AND a.deleted IS NULL ORDER BY a.seq DESC, v.number DESC"
            ).fetchall()
        for row in rows:
            if not wanted or row["id"] in wanted:
                yield OldText(row["id"], row["number"], self._text(row["seq"]))

    def _text(self, version: int) -> str:
        row = self._engine.row("SELECT CAST(text AS BLOB) AS raw FROM texts WHERE version = ?", (version,))
        return bytes(row["raw"]).decode("utf-8", "replace") if row else ""
