"""The queue of links that wait for the network; it lies in the library, so it outlives the program."""

from __future__ import annotations

import builtins
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.model.errors import CaptureError, ReaderError
from reader.model.waiting import AddOptions, WaitingLink
from reader.text.folding import clean

if TYPE_CHECKING:
    from reader.library.engine import Engine, Row


class Waiting:
    """The links that wait, each once. Times come from the caller, UTC, ISO 8601 with seconds."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put(self, source: str, options: AddOptions, error: ReaderError, tried: str) -> WaitingLink:
        """Let a link wait. One that waits already takes the newer options and counts its attempts from 1 again."""
        values = (clean(source), json.dumps(options.as_json(), ensure_ascii=False), tried, tried, _error_json(error))
        with self._engine.transaction() as connection:
            row = connection.execute(
                "INSERT INTO waiting (source, options, added, tried, attempts, error) VALUES (?, ?, ?, ?, 1, ?) "
                "ON CONFLICT (source) DO UPDATE SET options = excluded.options, tried = excluded.tried, "
                "attempts = 1, error = excluded.error RETURNING *",
                values,
            ).fetchone()
            return self._link(row)

    def tried(self, id: int, error: ReaderError, tried: str) -> None:
        """Tried once more, in vain; a link that was dropped meanwhile stays dropped."""
        with self._engine.transaction() as connection:
            connection.execute(
                "UPDATE waiting SET tried = ?, attempts = attempts + 1, error = ? WHERE seq = ?",
                (tried, _error_json(error), id),
            )

    def list(self) -> list[WaitingLink]:
        """All of them, in the order they came."""
        return [self._link(row) for row in self._engine.rows("SELECT * FROM waiting ORDER BY seq")]

    def drop(self, ids: Iterable[int]) -> builtins.list[int]:
        """Take links out of the queue; those that were in it."""
        with self._engine.transaction() as connection:
            return [id for id in ids if connection.execute("DELETE FROM waiting WHERE seq = ?", (id,)).rowcount]

    def drop_source(self, source: str) -> None:
        """Take a link out of the queue that may be in it; nothing is written when it is not."""
        row = self._engine.row("SELECT seq FROM waiting WHERE source = ?", (clean(source),))
        if row is not None:
            self.drop([row["seq"]])

    def _link(self, row: Row) -> WaitingLink:
        with self._engine.decoding():
            error = json.loads(row["error"])
            return WaitingLink(
                id=row["seq"],
                source=row["source"],
                options=AddOptions.from_json(json.loads(row["options"])),
                added=row["added"],
                tried=row["tried"],
                attempts=row["attempts"],
                error=CaptureError(error["code"], **error["data"]),
            )


def _error_json(error: ReaderError) -> str:
    return json.dumps({"code": error.code, "data": error.data}, ensure_ascii=False, default=str)
