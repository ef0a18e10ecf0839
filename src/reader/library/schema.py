"""The tables, as named steps that are applied once each, in order.

A step is never changed after a release: a new one is added. `user_version` is the number of steps, so that an older
program notices a newer library without understanding it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import digest_tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

SET = "reader"
"""Name of our set in sqlite-utils' table of applied migrations."""

# The index is "contentless": it keeps no text, so a row is removed by giving exactly the words it was made of.
# Tokens are put together by `tokens.py`, joined by spaces; the ascii tokenizer takes every other character as it is.
_FTS = "fts5(bag, content='', detail=none, columnsize=0, tokenize='ascii')"

_TABLES = f"""
CREATE TABLE articles (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    published TEXT, source TEXT, author TEXT, original_url TEXT, url TEXT, site TEXT, language TEXT,
    edited TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'unread',
    starred INTEGER NOT NULL DEFAULT 0,
    progress REAL NOT NULL DEFAULT 0,
    duplicate_of TEXT REFERENCES articles(id) ON DELETE SET NULL,
    is_sample INTEGER NOT NULL DEFAULT 0,
    deleted TEXT,
    version INTEGER NOT NULL DEFAULT 0,
    latest INTEGER,
    chars INTEGER NOT NULL DEFAULT 0,
    annotations INTEGER NOT NULL DEFAULT 0,
    kinds TEXT NOT NULL DEFAULT '',
    title_key BLOB NOT NULL DEFAULT x'',
    source_key BLOB NOT NULL DEFAULT x'FF',
    dated TEXT NOT NULL DEFAULT ''
);
CREATE INDEX articles_added ON articles(added, seq, id) WHERE deleted IS NULL;
CREATE INDEX articles_published ON articles(published, seq, id) WHERE deleted IS NULL;
CREATE INDEX articles_title ON articles(title_key, seq, id) WHERE deleted IS NULL;
CREATE INDEX articles_source ON articles(source_key, seq, id) WHERE deleted IS NULL;
CREATE INDEX articles_length ON articles(chars, seq, id) WHERE deleted IS NULL;
CREATE INDEX articles_progress ON articles(progress, seq, id) WHERE deleted IS NULL;
CREATE INDEX articles_annotations ON articles(annotations, seq, id) WHERE deleted IS NULL;
CREATE INDEX articles_dated ON articles(dated, seq) WHERE deleted IS NULL;
CREATE INDEX articles_shelves ON articles(status, starred, annotations > 0) WHERE deleted IS NULL;
CREATE INDEX articles_trash ON articles(deleted, seq, id) WHERE deleted IS NOT NULL;
CREATE INDEX articles_url ON articles(url) WHERE url IS NOT NULL;
CREATE INDEX articles_latest ON articles(latest);
CREATE INDEX articles_duplicate ON articles(duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE TABLE versions (
    seq INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles(seq) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    fetched TEXT NOT NULL,
    url TEXT,
    sha256 TEXT NOT NULL,
    raw_sha256 TEXT NOT NULL,
    body_sha256 TEXT NOT NULL,
    chars INTEGER NOT NULL,
    encoding TEXT,
    truncated INTEGER NOT NULL DEFAULT 0,
    metadata TEXT NOT NULL,
    image_sources TEXT NOT NULL,
    UNIQUE (article, number)
);
CREATE INDEX versions_sha256 ON versions(sha256);
CREATE INDEX versions_raw ON versions(raw_sha256);
CREATE INDEX versions_url ON versions(url) WHERE url IS NOT NULL;

CREATE TABLE texts (
    version INTEGER PRIMARY KEY REFERENCES versions(seq) ON DELETE CASCADE,
    plain INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE TABLE bodies (
    version INTEGER PRIMARY KEY REFERENCES versions(seq) ON DELETE CASCADE,
    blocks BLOB NOT NULL,
    html BLOB NOT NULL
);
CREATE TABLE fetches (
    version INTEGER PRIMARY KEY REFERENCES versions(seq) ON DELETE CASCADE,
    media_type TEXT NOT NULL,
    headers TEXT NOT NULL,
    raw BLOB NOT NULL
);
CREATE TABLE images (
    seq INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE TABLE version_images (
    version INTEGER NOT NULL REFERENCES versions(seq) ON DELETE CASCADE,
    image INTEGER NOT NULL REFERENCES images(seq),
    place INTEGER NOT NULL,
    src TEXT NOT NULL,
    PRIMARY KEY (version, place)
) WITHOUT ROWID;
CREATE INDEX version_images_image ON version_images(image);

CREATE TABLE annotations (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles(seq) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    quote TEXT NOT NULL,
    start INTEGER, "end" INTEGER,
    prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    note TEXT NOT NULL,
    owner TEXT, due TEXT,
    creator TEXT NOT NULL,
    created TEXT NOT NULL, modified TEXT NOT NULL,
    orphan INTEGER NOT NULL DEFAULT 0,
    passage TEXT,
    deleted TEXT,
    CHECK ((start IS NULL) = ("end" IS NULL)),
    CHECK (start IS NULL OR (0 <= start AND start <= "end"))
);
CREATE INDEX annotations_article ON annotations(article, deleted, kind);
CREATE INDEX annotations_deleted ON annotations(deleted) WHERE deleted IS NOT NULL;

CREATE TABLE tags (seq INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE article_tags (
    article INTEGER NOT NULL REFERENCES articles(seq) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags(seq) ON DELETE CASCADE,
    UNIQUE (article, tag)
);
CREATE INDEX article_tags_tag ON article_tags(tag, article);
CREATE TABLE annotation_tags (
    annotation INTEGER NOT NULL REFERENCES annotations(seq) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags(seq) ON DELETE CASCADE,
    UNIQUE (annotation, tag)
);
CREATE INDEX annotation_tags_tag ON annotation_tags(tag, annotation);
CREATE TABLE collections (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    date TEXT,
    participants TEXT NOT NULL DEFAULT ''
);
CREATE TABLE collected (
    article INTEGER NOT NULL REFERENCES articles(seq) ON DELETE CASCADE,
    collection INTEGER NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
    UNIQUE (article, collection)
);
CREATE INDEX collected_collection ON collected(collection, article);
CREATE TABLE positions (
    article INTEGER PRIMARY KEY REFERENCES articles(seq) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    progress REAL NOT NULL
);

CREATE VIRTUAL TABLE head_index USING {_FTS};
CREATE VIRTUAL TABLE text_index USING {_FTS};
CREATE VIRTUAL TABLE mark_index USING {_FTS};
"""


def _execute(database: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            database.execute(statement)


def _first(database: Database) -> None:
    _execute(database, _TABLES)


_CAPTURE = """
ALTER TABLE versions ADD COLUMN base TEXT;
ALTER TABLE versions ADD COLUMN recipe TEXT NOT NULL DEFAULT '{}';
CREATE TABLE pages (
    version INTEGER NOT NULL REFERENCES versions(seq) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    base TEXT,
    fetched TEXT NOT NULL,
    media_type TEXT NOT NULL,
    headers TEXT NOT NULL,
    raw BLOB NOT NULL,
    PRIMARY KEY (version, place)
);
CREATE TABLE files (
    seq INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    data BLOB NOT NULL
);
CREATE TABLE version_files (
    version INTEGER NOT NULL REFERENCES versions(seq) ON DELETE CASCADE,
    file INTEGER NOT NULL REFERENCES files(seq),
    place INTEGER NOT NULL,
    href TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (version, place)
) WITHOUT ROWID;
CREATE INDEX version_files_file ON version_files(file);
CREATE TABLE sketches (
    article INTEGER PRIMARY KEY REFERENCES articles(seq) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    shingles INTEGER NOT NULL,
    smallest BLOB NOT NULL
);
CREATE TABLE sketch_keys (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles(seq) ON DELETE CASCADE,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX sketch_keys_article ON sketch_keys(article);
CREATE TABLE site_rules (
    site TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    made TEXT NOT NULL
);
CREATE TABLE waiting (
    seq INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    options TEXT NOT NULL DEFAULT '{}',
    added TEXT NOT NULL,
    tried TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 1,
    error TEXT NOT NULL DEFAULT '{}'
)
"""


def _capture(database: Database) -> None:
    """Split articles, attachments, near-duplicates, rules for sites, links that wait for the network."""
    _execute(database, _CAPTURE)


def _digest(database: Database) -> None:
    """The reader's corrections of digests, and which terms and figures the whole library has."""
    for statement in digest_tables.STATEMENTS:
        database.execute(statement)


STEPS: tuple[tuple[str, Callable[[Database], None]], ...] = (
    ("0001_first", _first),
    ("0002_capture", _capture),
    ("0003_digest", _digest),
)
"""Name and function of every step."""

VERSION = len(STEPS)
"""What `PRAGMA user_version` says of a library of this program."""


def apply(database: Database) -> None:
    """Apply the missing steps; call it inside a transaction, so that all of them hold or none."""
    from sqlite_utils import Migrations

    migrations = Migrations(SET)
    for name, step in STEPS:
        migrations(name=name)(step)
    migrations.apply(database)
    database.execute(f"PRAGMA user_version={VERSION}")
