-- Projections of terms and tickets (§5; catalogue sections 5 to 7).

CREATE TABLE deadline_rules (
    from_day TEXT PRIMARY KEY,
    body     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- `unit` is empty for the types of all units.
CREATE TABLE ticket_type (
    unit    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    body    TEXT    NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (unit, code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
    ticket        TEXT PRIMARY KEY,
    unit          TEXT    NOT NULL,
    month         TEXT    NOT NULL,
    serial        INTEGER NOT NULL,
    type_unit     TEXT    NOT NULL,
    type_code     TEXT    NOT NULL,
    type_version  INTEGER NOT NULL,
    title         TEXT    NOT NULL,
    customer      TEXT,
    requester     TEXT,
    contact       TEXT,
    channel       TEXT    NOT NULL,
    urgency       TEXT    NOT NULL,
    complexity    TEXT    NOT NULL,
    received_on   TEXT    NOT NULL,
    asked_for     TEXT,
    agreed_on     TEXT,
    due_on        TEXT,
    review_by     TEXT,
    take_by       TEXT,
    state         TEXT    NOT NULL,
    first         TEXT,
    second        TEXT,
    assigned_on   TEXT,
    taken_on      TEXT,
    delivered_on  TEXT,
    accepted_on   TEXT,
    confirmed_on  TEXT,
    closed_on     TEXT,
    result        TEXT,
    steps         INTEGER NOT NULL,
    answers       TEXT    NOT NULL,
    text          TEXT,
    rating        TEXT,
    waiting_since TEXT,
    words         INTEGER NOT NULL,
    registered_by TEXT    NOT NULL,
    registered_at TEXT    NOT NULL,
    UNIQUE (unit, month, serial)
) STRICT;

CREATE INDEX ticket_state ON ticket (unit, state, due_on);
CREATE INDEX ticket_first ON ticket (first, state);

CREATE TABLE ticket_item (
    ticket  TEXT NOT NULL,
    item    TEXT NOT NULL,
    state   TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (ticket, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_record (
    ticket  TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    kind    TEXT    NOT NULL,
    day     TEXT    NOT NULL,
    answers TEXT    NOT NULL,
    text    TEXT,
    file    TEXT,
    account TEXT    NOT NULL,
    struck  TEXT,
    PRIMARY KEY (ticket, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_audit (
    ticket     TEXT    NOT NULL,
    round      INTEGER NOT NULL,
    file       TEXT    NOT NULL,
    asked_on   TEXT    NOT NULL,
    late       INTEGER NOT NULL,
    asked_by   TEXT    NOT NULL,
    decided_on TEXT,
    accepted   INTEGER,
    number     INTEGER,
    text       TEXT,
    behalf     TEXT,
    PRIMARY KEY (ticket, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_review (
    ticket    TEXT    NOT NULL,
    number    INTEGER NOT NULL,
    day       TEXT    NOT NULL,
    outcome   TEXT    NOT NULL,
    review_by TEXT    NOT NULL,
    PRIMARY KEY (ticket, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_pause (
    ticket   TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    from_day TEXT    NOT NULL,
    to_day   TEXT,
    text     TEXT,
    PRIMARY KEY (ticket, number)
) STRICT, WITHOUT ROWID;

-- The entries of each ticket, for its timeline.
CREATE TABLE ticket_act (
    ticket TEXT    NOT NULL,
    origin TEXT    NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (ticket, origin, seq)
) STRICT, WITHOUT ROWID;
