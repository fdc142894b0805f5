-- Projections of engineers' files: announcements, papers, notes, leaving, replacement. A stay is known by person and first
-- day: nobody is in two units at once. All begin with the person, so that one file is read without looking at others.

CREATE TABLE arrival (
    staff_no     TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    unit         TEXT    NOT NULL,
    expected_on  TEXT    NOT NULL,
    announced_at TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    arrived_on   TEXT,
    withdrawn_at TEXT,
    reason       TEXT,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE stay_paper (
    staff_no   TEXT NOT NULL,
    arrived_on TEXT NOT NULL,
    kind       TEXT NOT NULL,
    number     TEXT NOT NULL,
    signed_on  TEXT NOT NULL,
    scan       TEXT NOT NULL,
    on_behalf  TEXT,
    correction TEXT,
    account    TEXT NOT NULL,
    filed_at   TEXT NOT NULL,
    PRIMARY KEY (staff_no, arrived_on, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE stay_manager (
    staff_no   TEXT NOT NULL,
    arrived_on TEXT NOT NULL,
    account    TEXT,
    name       TEXT,
    PRIMARY KEY (staff_no, arrived_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE work_note (
    staff_no    TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    unit        TEXT    NOT NULL,
    noted_on    TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    account     TEXT    NOT NULL,
    recorded_at TEXT    NOT NULL,
    struck      TEXT,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE leaving (
    staff_no    TEXT NOT NULL,
    arrived_on  TEXT NOT NULL,
    leaving     TEXT NOT NULL,
    account     TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (staff_no, arrived_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE replacement (
    staff_no         TEXT    NOT NULL,
    number           INTEGER NOT NULL,
    unit             TEXT    NOT NULL,
    arrived_on       TEXT    NOT NULL,
    evidence         TEXT    NOT NULL,
    reason           TEXT,
    requested_by     TEXT    NOT NULL,
    requested_at     TEXT    NOT NULL,
    approval         TEXT,
    approved_by      TEXT,
    dispatch         TEXT,
    successor        TEXT,
    answered_on      TEXT,
    withdrawn_at     TEXT,
    withdrawn_reason TEXT,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;
