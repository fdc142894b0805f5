-- Projections of training, awards and sanctions, and the ability checklist (§6.5).

CREATE TABLE training (
    number     INTEGER PRIMARY KEY,
    body       TEXT NOT NULL,
    planned_by TEXT NOT NULL,
    cancelled  TEXT
) STRICT;

CREATE TABLE training_person (
    staff_no TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    attended INTEGER,
    result   TEXT,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX training_people ON training_person (number);

CREATE TABLE conduct (
    staff_no  TEXT    NOT NULL,
    number    INTEGER NOT NULL,
    award     TEXT,
    violation TEXT,
    day       TEXT    NOT NULL,
    text      TEXT,
    paper     TEXT,
    account   TEXT    NOT NULL,
    decided   TEXT,
    withdrawn TEXT,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ability (
    staff_no TEXT    NOT NULL,
    item     TEXT    NOT NULL,
    met      INTEGER NOT NULL,
    day      TEXT    NOT NULL,
    note     TEXT,
    account  TEXT    NOT NULL,
    PRIMARY KEY (staff_no, item)
) STRICT, WITHOUT ROWID;
