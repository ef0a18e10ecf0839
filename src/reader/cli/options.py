"""What every verb takes: a table of verbs and their options, in the order of the help text."""

import argparse
import datetime
from dataclasses import dataclass, field
from typing import Any

from reader.model.annotation import Kind
from reader.model.article import Status
from reader.model.query import Field, SortKey

FORMATS = ("docx", "pdf", "html", "md", "xlsx")
PROFILES = ("obsidian", "logseq")
INTERCHANGE_FORMATS = ("jsonld", "hypothesis", "csv")
TEMPLATES = ("study", "bulletin", "notes", "compare", "speech", "fulltext")
PAPER_ORDERS = ("kind", "text", "outline", "creator", "tag")
SHOW_FORMATS = ("text", "markdown", "html", "json")
CITATION_STYLES = ("gbt7714-2025", "gbt7714-2015", "bibtex", "ris", "csl-json")
PAPER_STYLES = CITATION_STYLES[:2]
"""The others are for programs, and no list of references that people read."""
SEARCH_ORDERS = ("relevance", "date")
LAYERS = ("model", "outline", "figures", "documents", "terms", "orgs", "dates", "chains", "key")
PLACES = ("body", "title")
TERM_ORDERS = ("articles", "occurrences", "first", "term")
"""The values of enums of the digest, whose module no other verb needs: `reader list` must answer at once."""


@dataclass(frozen=True)
class Option:
    """One argument: its flags (or one bare name, for a positional one) and what argparse needs to know of it."""

    flags: tuple[str, ...]
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """ "source" of --source, "no_images" of --no-images: the end of the key of its help text."""
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


def _place(value: str) -> tuple[int, int | None]:
    """ "120-124", or "120" where an item begins."""
    start, dash, end = value.partition("-")
    if dash and _count(end) <= _count(start):
        raise ValueError(value)
    return _count(start), _count(end) if dash else None


def _setting(value: str) -> tuple[str, str]:
    """ "object=网格": a name and what it is set to."""
    name, sign, wanted = value.partition("=")
    if not sign or not name.strip():
        raise ValueError(value)
    return name.strip(), wanted


def _section(value: str) -> tuple[str, str]:
    """"actions=下一步工作", or "actions" with the heading it has."""
    name, _, heading = value.partition("=")
    if not name.strip():
        raise ValueError(value)
    return name.strip(), heading.strip()


def _pace(value: str) -> int:
    if _count(value) == 0:
        raise ValueError(value)
    return int(value)


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

_CHOICES = (
    _option("--kind", **_KIND, **_MANY),
    _option("--tag", metavar="T", **_MANY),
    _option("--by", dest="creators", metavar="PERSON", **_MANY),
    _option("--order", choices=PAPER_ORDERS, default="kind"),
    _option("--section", dest="sections", type=_section, metavar="NAME[=TITLE]", **_MANY),
    _option("--without", metavar="NAME", **_MANY),
    _option("--title", metavar="T", default=""),
    _option("--date", metavar="DATE", default=""),
    _option("--people", metavar="P", default=""),
    _option("--recipient", metavar="R", default=""),
    _option("--signature", metavar="S", default=""),
    _option("--attachment", dest="attachments", metavar="A", **_MANY),
    _option("--masthead", metavar="NAME", default=""),
    _option("--issue", metavar="N", default=""),
    _option("--unit", metavar="U", default=""),
    _option("--remark", metavar="TEXT", default=""),
    _option("--copies-to", metavar="U", **_MANY),
    _option("--copies", type=_count, default=0, metavar="N"),
    _option("--abstract", metavar="TEXT", default=""),
    _option("--pace", type=_pace, metavar="N"),
    _option("--with-blanks", action="store_true"),
    _option("--style", choices=PAPER_STYLES, default=PAPER_STYLES[0]),
    _option("--no-quotes", dest="with_quotes", action="store_false"),
    _option("--no-sources", dest="with_sources", action="store_false"),
    _option("--with-names", dest="with_creator", action="store_true"),
    _option("--fullwidth", dest="to_fullwidth", action="store_true"),
    _option("--with-original", action="store_true"),
)
"""What a person chooses for a paper."""

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
        _option("--version", type=_count, metavar="N"),
        _option("--ledger", metavar="FILE"),
    ),
    "correct": (
        _ID,
        _option("--layer", choices=LAYERS, required=True),
        _option("--at", type=_place, metavar="START[-END]", required=True),
        _option("--in", dest="field", choices=PLACES, default="body"),
        _option("--set", type=_setting, metavar="NAME=VALUE", **_MANY),
        _option("--remove", action="store_true"),
        _option("--merge", action="store_true"),
    ),
    "corrections": (_ID, _option("--undo", type=_count, metavar="N")),
    "terms": (
        _option("query", nargs="*", metavar="QUERY"),
        _option("--articles", action="store_true"),
        _option("--sort", choices=TERM_ORDERS, default="articles"),
        _option("--limit", type=_count, default=50, metavar="N"),
        _option("--anew", action="store_true"),
    ),
    "figures": (
        _option("query", nargs="*", metavar="QUERY"),
        _option("--limit", type=_count, default=100, metavar="N"),
        _option("--anew", action="store_true"),
    ),
    "contrast": (_IDS,),
    "search": (
        _option("query", nargs="+", metavar="QUERY"),
        _option("--in", dest="fields", type=_fields, default=tuple(Field), metavar="title,text,note,quote"),
        _option("--sort", choices=SEARCH_ORDERS, default="relevance"),
        _option("--limit", type=_count, default=50, metavar="N"),
    ),
    "verify": (_FILE, _option("--in", dest="id", nargs="+", metavar="ID", default=[])),
    "resembling": (_ID,),
    "export": (
        _option("id", nargs="*", metavar="ID"),
        _option("--collection", metavar="C"),
        _option("--format", choices=FORMATS + INTERCHANGE_FORMATS, required=True),
        _option("--profile", choices=PROFILES, default="obsidian"),
        _option("--template", choices=TEMPLATES, default="study"),
        _option("--own", metavar="NAME|FILE"),
        _option("--no-text", dest="with_text", action="store_false"),
        _option("-o", "--output", metavar="FILE", required=True),
        *_CHOICES,
    ),
    "import": (_FILE,),
    "cite": (_IDS, _option("--style", choices=CITATION_STYLES)),
    "export-library": (_FILE,),
    "backup": (_FILE,),
    "restore": (_FILE,),
    "check": (),
}
"""Verb → its arguments, in the order of the help text."""
