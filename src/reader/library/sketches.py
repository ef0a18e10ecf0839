"""Which articles may resemble one another: a sketch of every newest version, found by its smallest hashes."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from typing import TYPE_CHECKING

from reader.library.contents import row_of, text_of
from reader.text.sketch import Sketch, containment, resemblance, sketch

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine, Row

ASKED = 96
"""Of our hashes are looked for among their keys, four times as many as they have: the keys of an excerpt lie far up in
the sketch of the whole, one in twenty for an excerpt of a twentieth."""
COMPARED = 24
"""How many sketches are read for one question: those that share the rarest keys."""
LEAST = 0.25
"""Containment, as estimated, below which nobody would see a likeness; unrelated reports come to .02."""

_MISSING = (
    "FROM articles a LEFT JOIN sketches s ON s.article = a.seq AND s.version = a.version "
    "WHERE s.article IS NULL AND a.latest IS NOT NULL"
)


def put(connection: Connection, article: int, number: int, text: str) -> None:
    """Store the sketch of version `number`, which has this canonical text, in place of that of an older one."""
    made = sketch(text)
    connection.execute(
        "INSERT OR REPLACE INTO sketches (article, version, shingles, smallest) VALUES (?, ?, ?, ?)",
        (article, number, made.shingles, made.packed()),
    )
    if number > 1:
        connection.execute("DELETE FROM sketch_keys WHERE article = ?", (article,))
    connection.executemany(
        "INSERT OR IGNORE INTO sketch_keys (hash, article) VALUES (?, ?)", [(key, article) for key in made.keys]
    )


class Sketches:
    """The sketches of a library."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def candidates(self, id: str, limit: int) -> list[str]:
        """The articles that may resemble this one, the likeliest first: those with its very text, those that it was
        linked with when it was added, then by the estimate. None lies in the trash. NotFoundError."""
        with self._engine.reading() as connection:
            row = row_of(connection, id)
            found = dict.fromkeys(_same(connection, row) + _linked(connection, row))
            found |= dict.fromkeys(_estimated(connection, row, _sketch_of(connection, row)))
            return list(found)[:limit]

    def sketch_missing(self, limit: int) -> int:
        """Sketch up to `limit` articles that were saved by a program without sketches; how many there were."""
        with self._engine.reading() as connection:
            if connection.execute(f"SELECT 1 {_MISSING} LIMIT 1").fetchone() is None:
                return 0
        with self._engine.transaction() as connection:
            rows = connection.execute(f"SELECT a.seq, a.version, a.latest {_MISSING} LIMIT ?", (limit,)).fetchall()
            for row in rows:
                put(connection, row["seq"], row["version"], text_of(connection, row["latest"]))
            return len(rows)


def _sketch_of(connection: Connection, article: Row) -> Sketch:
    row = connection.execute(
        "SELECT shingles, smallest FROM sketches WHERE article = ? AND version = ?",
        (article["seq"], article["version"]),
    ).fetchone()
    if row is None:  # an old library that may only be read
        return sketch(text_of(connection, article["latest"]))
    return Sketch.unpacked(row["shingles"], row["smallest"])


def _same(connection: Connection, article: Row) -> list[str]:
    """Articles with the very same text, be it ever so short."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE deleted IS NULL AND seq != ? AND latest IN "
        "(SELECT seq FROM versions WHERE sha256 = (SELECT sha256 FROM versions WHERE seq = ?)) ORDER BY seq",
        (article["seq"], article["latest"]),
    )
    return [row[0] for row in rows]


def _linked(connection: Connection, article: Row) -> list[str]:
    rows = connection.execute(
        "SELECT id FROM articles WHERE deleted IS NULL AND (duplicate_of = ? OR id = ?) ORDER BY seq",
        (article["id"], article["duplicate_of"]),
    )
    return [row[0] for row in rows]


def _estimated(connection: Connection, article: Row, ours: Sketch) -> list[str]:
    asked = ours.smallest[:ASKED]
    shared = connection.execute(
        f"SELECT hash, article FROM sketch_keys WHERE hash IN ({', '.join('?' * len(asked))})", asked
    ).fetchall()
    # A key that a set phrase gave to thousands of articles says little about any of them.
    common = Counter(hash for hash, _ in shared)
    scores: dict[int, float] = {}
    for hash, seq in shared:
        scores[seq] = scores.get(seq, 0) + 1 / common[hash]
    scores.pop(article["seq"], None)
    seqs = nlargest(COMPARED, scores, key=lambda seq: (scores[seq], -seq))
    rows = connection.execute(
        "SELECT a.id, a.seq, s.shingles, s.smallest FROM sketches s JOIN articles a ON a.seq = s.article "
        f"WHERE a.deleted IS NULL AND s.article IN ({', '.join('?' * len(seqs))})",
        seqs,
    )
    estimates = []
    for row in rows:
        theirs = Sketch.unpacked(row["shingles"], row["smallest"])
        contained = containment(ours, theirs)
        if contained >= LEAST:
            estimates.append((contained + resemblance(ours, theirs), -row["seq"], row["id"]))
    return [id for _, _, id in sorted(estimates, reverse=True)]
