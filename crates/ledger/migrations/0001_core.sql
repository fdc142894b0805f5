-- What every ledger has, whatever features come later. But for personal_named none of these tables is a projection:
-- the journal is what projections are replayed from, the rest is kept beside it (see NOT_PROJECTED in src/replay.rs).

-- Facts about this ledger itself: its origin, the origins it had before it was restored, when it was founded.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal. `record` holds the exact bytes that were hashed; every other column is a copy, for finding entries, of what
-- stands in them, except `hash` (theirs) and `position` (the order in which entries arrived here).
CREATE TABLE entry (
    position    INTEGER PRIMARY KEY,
    origin      TEXT    NOT NULL,
    seq         INTEGER NOT NULL CHECK (seq >= 1),
    hash        BLOB    NOT NULL,
    recorded_at TEXT    NOT NULL,
    account     TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    record      BLOB    NOT NULL,
    UNIQUE (origin, seq)
) STRICT;

-- No index by hash: every act would write one more page, at a random place. A hash is looked up where a report is checked,
-- and then the whole journal is read.

-- Against mistakes in our own code; a tamperer is met by the hashes.
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'a journal entry is never changed');
END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'a journal entry is never removed');
END;

-- Where the projection of an origin stopped: the entry that this program does not understand.
CREATE TABLE stopped (
    origin  TEXT PRIMARY KEY,
    seq     INTEGER NOT NULL,
    kind    TEXT    NOT NULL,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Content-addressed files below attachments/; digest in lower-case hexadecimal.
CREATE TABLE attachment (
    digest TEXT PRIMARY KEY,
    size   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Personal data, outside the hashed bytes. `digest` is SHA-256(salt, fields) and is what an event may hold.
CREATE TABLE personal (
    subject TEXT    NOT NULL,
    digest  TEXT    NOT NULL,
    salt    BLOB    NOT NULL,
    fields  TEXT    NOT NULL,
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    PRIMARY KEY (subject, digest)
) STRICT;

-- One current row a subject.
CREATE UNIQUE INDEX personal_current ON personal (subject) WHERE current = 1;

-- Which personal data the journal names, and has not erased since: `verify` compares this projection with what is there.
CREATE TABLE personal_named (
    subject TEXT NOT NULL,
    digest  TEXT NOT NULL,
    PRIMARY KEY (subject, digest)
) STRICT, WITHOUT ROWID;

-- How somebody signs in: a password hash in PHC format, and what slows guessing down.
CREATE TABLE credential (
    account     TEXT PRIMARY KEY,
    phc         TEXT    NOT NULL,
    failed      INTEGER NOT NULL DEFAULT 0,
    last_failed TEXT,
    must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1))
) STRICT;

-- Unfinished input.
CREATE TABLE draft (
    key        TEXT PRIMARY KEY,
    body       TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- Settings of this installation that are no business act: window layout, filters, remembered headings.
CREATE TABLE setting_local (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
