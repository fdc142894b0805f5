-- Documents (catalogue section 13). `file` is the last version; what names people stands under digests.

CREATE TABLE document (
    document     TEXT PRIMARY KEY,
    unit         TEXT    NOT NULL,
    stage        TEXT    NOT NULL,
    month        TEXT    NOT NULL,
    serial       INTEGER NOT NULL,
    about_kind   TEXT    NOT NULL,
    about_key    TEXT    NOT NULL,
    category     TEXT    NOT NULL,
    kind         TEXT,
    secrecy      TEXT    NOT NULL,
    valid_until  TEXT,
    filed_on     TEXT    NOT NULL,
    filed_by     TEXT    NOT NULL,
    text_number  INTEGER NOT NULL,
    text         TEXT    NOT NULL,
    versions     INTEGER NOT NULL,
    file         TEXT    NOT NULL,
    changed_at   TEXT    NOT NULL,
    out_by       TEXT,
    out_at       TEXT,
    place_number INTEGER,
    place        TEXT,
    voided       INTEGER NOT NULL,
    words        INTEGER NOT NULL,
    UNIQUE (unit, stage, month, serial)
) STRICT;

-- Each way to sort reads an index in its order; counting units and classes reads one alone.
CREATE INDEX document_filed ON document (voided, filed_on, document);
CREATE INDEX document_number ON document (voided, stage, month, serial, unit);
CREATE INDEX document_valid ON document (voided, valid_until IS NULL, valid_until, document);
CREATE INDEX document_unit ON document (voided, unit, category, kind, stage, filed_on);
CREATE INDEX document_class ON document (voided, category, kind);
CREATE INDEX document_about ON document (about_kind, about_key);

CREATE TABLE document_version (
    document TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    file     TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    account  TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- `number` is that of the words that say to whom.
CREATE TABLE document_loan (
    document    TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    lent_on     TEXT    NOT NULL,
    due_on      TEXT    NOT NULL,
    returned_on TEXT,
    words       TEXT    NOT NULL,
    account     TEXT    NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_act (
    document TEXT    NOT NULL,
    origin   TEXT    NOT NULL,
    seq      INTEGER NOT NULL,
    PRIMARY KEY (document, origin, seq)
) STRICT, WITHOUT ROWID;

-- Who looked at which version, or saved it. Ordinary rows, not journaled.
CREATE TABLE document_reading (
    id       INTEGER PRIMARY KEY,
    document TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    account  TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    way      TEXT    NOT NULL
) STRICT;

CREATE INDEX document_reading_of ON document_reading (document, id);
