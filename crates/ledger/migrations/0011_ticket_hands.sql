-- Projections of who answers for a ticket: putting off, passing on, approvals, turns; what others are asked; copies
-- (catalogue section 6; TKT-34, TKT-53, TKT-56).

ALTER TABLE ticket ADD COLUMN escalated_on TEXT;
ALTER TABLE ticket ADD COLUMN copies INTEGER;
ALTER TABLE ticket ADD COLUMN copies_text TEXT;

CREATE TABLE ticket_postponement (
    ticket      TEXT PRIMARY KEY,
    free_on     TEXT NOT NULL,
    to_day      TEXT NOT NULL,
    asked_on    TEXT NOT NULL,
    answered_on TEXT,
    answer      TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_incident (
    ticket      TEXT    NOT NULL,
    incident    INTEGER NOT NULL,
    staff_no    TEXT    NOT NULL,
    passed_by   TEXT    NOT NULL,
    from_day    TEXT    NOT NULL,
    until_day   TEXT    NOT NULL,
    passed_on   TEXT    NOT NULL,
    taken_on    TEXT,
    refused_on  TEXT,
    returned_on TEXT,
    number      INTEGER NOT NULL,
    text        TEXT,
    PRIMARY KEY (ticket, incident)
) STRICT, WITHOUT ROWID;

-- `own` is the account that gave it in its own name.
CREATE TABLE ticket_third (
    ticket   TEXT NOT NULL,
    staff_no TEXT NOT NULL,
    post     TEXT NOT NULL,
    own      TEXT,
    PRIMARY KEY (ticket, staff_no, post)
) STRICT, WITHOUT ROWID;

-- When each engineer of a unit last had their turn, taken or skipped.
CREATE TABLE ticket_turn (
    unit     TEXT NOT NULL,
    staff_no TEXT NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (unit, staff_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_help (
    ticket      TEXT    NOT NULL,
    help        INTEGER NOT NULL,
    source      TEXT    NOT NULL,
    department  TEXT,
    asked_on    TEXT    NOT NULL,
    file        TEXT,
    number      INTEGER NOT NULL,
    text        TEXT,
    answered_on TEXT,
    solved      INTEGER,
    told_on     TEXT,
    PRIMARY KEY (ticket, help)
) STRICT, WITHOUT ROWID;
