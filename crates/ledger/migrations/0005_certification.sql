-- Projections of certification and rating (§6.4): the standard's versions, cases, what was brought for them, exams, levels.

CREATE TABLE qualification_standard (
    version    INTEGER PRIMARY KEY,
    valid_from TEXT NOT NULL,
    body       TEXT NOT NULL,
    issued_at  TEXT NOT NULL
) STRICT;

CREATE TABLE certification_case (
    staff_no   TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    level      INTEGER NOT NULL,
    standard   INTEGER NOT NULL,
    opened_on  TEXT    NOT NULL,
    opened_by  TEXT    NOT NULL,
    decided    TEXT,
    decided_by TEXT,
    decided_at TEXT,
    entry_hash TEXT,
    origin     TEXT,
    withdrawn  TEXT,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE certification_evidence (
    staff_no    TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    evidence    TEXT    NOT NULL,
    text        TEXT,
    paper       TEXT,
    account     TEXT    NOT NULL,
    recorded_at TEXT    NOT NULL,
    struck      TEXT,
    PRIMARY KEY (staff_no, number, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE exam (
    staff_no     TEXT NOT NULL,
    sitting      TEXT NOT NULL,
    general      TEXT NOT NULL,
    professional TEXT NOT NULL,
    correction   TEXT,
    account      TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    PRIMARY KEY (staff_no, sitting)
) STRICT, WITHOUT ROWID;

CREATE INDEX exam_of_sitting ON exam (sitting);

CREATE TABLE certified_level (
    staff_no   TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    level      INTEGER NOT NULL,
    valid_from TEXT    NOT NULL,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;
