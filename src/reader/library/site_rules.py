"""Which element holds the body on the pages of a site, where a reader had to say so once."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from reader.library.storing import now
from reader.model.article import SiteRule

if TYPE_CHECKING:
    from reader.library.engine import Engine


class SiteRules:
    """All remembered rules; a site (host name without "www.") has one at most."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def list(self) -> builtins.list[SiteRule]:
        """All rules, by site."""
        with self._engine.reading() as connection:
            rows = connection.execute("SELECT site, body, made FROM site_rules ORDER BY site")
            return [SiteRule(*row) for row in rows]

    def body(self, site: str | None) -> str:
        """The selector remembered for a site, "" for none."""
        row = self._engine.row("SELECT body FROM site_rules WHERE site = ?", (site,))
        return "" if row is None else str(row[0])

    def remember(self, site: str, body: str) -> None:
        """Use this selector for pages of a site from now on, instead of any other."""
        with self._engine.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO site_rules (site, body, made) VALUES (?, ?, ?)", (site, body, now())
            )

    def forget(self, site: str) -> bool:
        """Remove the rule of a site; False when it has none."""
        with self._engine.transaction() as connection:
            return connection.execute("DELETE FROM site_rules WHERE site = ?", (site,)).rowcount > 0
