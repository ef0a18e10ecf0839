"""The tables of the third step: corrections of digests, and the index of the terms and figures of all articles.

The index is written on demand, never while an article is added. Totals of terms are kept by triggers, so that they
follow whatever takes rows away, the removal of an article for good too.
"""

STATEMENTS = (
    # AUTOINCREMENT: ids are never given twice, see `corrections.STAMP`.
    """CREATE TABLE corrections (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles(seq) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    layer TEXT NOT NULL,
    change TEXT NOT NULL,
    field TEXT NOT NULL,
    quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    data TEXT NOT NULL,
    created TEXT NOT NULL,
    CHECK (0 <= start AND start < "end")
)""",
    "CREATE INDEX corrections_article ON corrections(article)",
    # What the rows below were made of; when any of it has changed, they are made again.
    """CREATE TABLE digested (
    article INTEGER PRIMARY KEY REFERENCES articles(seq) ON DELETE CASCADE,
    version INTEGER NOT NULL REFERENCES versions(seq) ON DELETE CASCADE,
    rules INTEGER NOT NULL,
    title TEXT NOT NULL,
    dated TEXT NOT NULL,
    stamp TEXT NOT NULL
)""",
    "CREATE INDEX digested_version ON digested(version)",
    # Totals count the trash too; queries subtract it.
    """CREATE TABLE terms (
    seq INTEGER PRIMARY KEY,
    folded TEXT NOT NULL UNIQUE,
    sort_key BLOB NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0,
    occurrences INTEGER NOT NULL DEFAULT 0,
    first TEXT
)""",
    """CREATE TABLE term_uses (
    article INTEGER NOT NULL REFERENCES digested(article) ON DELETE CASCADE,
    term INTEGER NOT NULL REFERENCES terms(seq),
    dated TEXT NOT NULL,
    written TEXT NOT NULL,
    kind TEXT NOT NULL,
    occurrences INTEGER NOT NULL,
    field TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (article, term)
) WITHOUT ROWID""",
    "CREATE INDEX term_uses_term ON term_uses(term, dated, article)",
    """CREATE TRIGGER term_uses_inserted AFTER INSERT ON term_uses BEGIN
    UPDATE terms SET articles = articles + 1, occurrences = occurrences + new.occurrences,
        first = min(coalesce(first, new.dated), new.dated) WHERE seq = new.term;
END""",
    """CREATE TRIGGER term_uses_deleted AFTER DELETE ON term_uses BEGIN
    UPDATE terms SET articles = articles - 1, occurrences = occurrences - old.occurrences,
        first = (SELECT min(dated) FROM term_uses WHERE term = old.term) WHERE seq = old.term;
    DELETE FROM terms WHERE seq = old.term AND articles = 0;
END""",
    # What figures count, each once: few enough to be looked through for a word.
    "CREATE TABLE subjects (seq INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE)",
    """CREATE TABLE figures (
    seq INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES digested(article) ON DELETE CASCADE,
    subject INTEGER NOT NULL REFERENCES subjects(seq),
    object TEXT NOT NULL,
    value REAL NOT NULL, value2 REAL,
    unit TEXT NOT NULL,
    approx TEXT NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL
)""",
    "CREATE INDEX figures_article ON figures(article)",
    "CREATE INDEX figures_subject ON figures(subject)",
    """CREATE TRIGGER figures_deleted AFTER DELETE ON figures BEGIN
    DELETE FROM subjects WHERE seq = old.subject
        AND NOT EXISTS (SELECT 1 FROM figures WHERE subject = old.subject);
END""",
)
"""In order; a step is never changed after a release."""
