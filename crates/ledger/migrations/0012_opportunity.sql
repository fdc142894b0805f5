-- Projections of customers and opportunities (§5.1; catalogue sections 8 and 16), and what tickets belong to them.

CREATE TABLE customer (
    customer      TEXT PRIMARY KEY,
    unit          TEXT    NOT NULL,
    serial        INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    sector        TEXT,
    grade         TEXT,
    text          TEXT,
    registered_by TEXT    NOT NULL,
    registered_at TEXT    NOT NULL,
    UNIQUE (unit, serial)
) STRICT;

CREATE TABLE contact (
    customer TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    level    TEXT,
    grade    TEXT,
    person   TEXT    NOT NULL,
    left_on  TEXT,
    PRIMARY KEY (customer, number)
) STRICT, WITHOUT ROWID;

-- The entries of each customer, for its timeline.
CREATE TABLE customer_act (
    customer TEXT    NOT NULL,
    origin   TEXT    NOT NULL,
    seq      INTEGER NOT NULL,
    PRIMARY KEY (customer, origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE opportunity (
    opportunity    TEXT PRIMARY KEY,
    unit           TEXT    NOT NULL,
    month          TEXT    NOT NULL,
    serial         INTEGER NOT NULL,
    title          TEXT    NOT NULL,
    customer       TEXT    NOT NULL,
    class          TEXT    NOT NULL,
    source         TEXT,
    finder         TEXT    NOT NULL,
    amount         TEXT,
    expected_on    TEXT,
    engineer       TEXT,
    people         TEXT    NOT NULL,
    found_on       TEXT    NOT NULL,
    stage          TEXT    NOT NULL,
    since          TEXT    NOT NULL,
    answers        TEXT    NOT NULL,
    text           TEXT,
    outcome        TEXT,
    concluded_on   TEXT,
    deal           TEXT,
    handed_over_on TEXT,
    words          INTEGER NOT NULL,
    registered_by  TEXT    NOT NULL,
    registered_at  TEXT    NOT NULL,
    UNIQUE (unit, month, serial)
) STRICT;

CREATE INDEX opportunity_stage ON opportunity (unit, outcome, stage);
CREATE INDEX opportunity_customer ON opportunity (customer);
CREATE INDEX opportunity_concluded ON opportunity (concluded_on);

CREATE TABLE opportunity_record (
    opportunity TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    answers     TEXT    NOT NULL,
    text        TEXT,
    file        TEXT,
    account     TEXT    NOT NULL,
    struck      TEXT,
    PRIMARY KEY (opportunity, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE opportunity_handover (
    opportunity TEXT PRIMARY KEY,
    number      INTEGER NOT NULL,
    day         TEXT    NOT NULL,
    contract_no TEXT,
    signed_on   TEXT,
    text        TEXT
) STRICT, WITHOUT ROWID;

-- The entries of each opportunity, for its timeline.
CREATE TABLE opportunity_act (
    opportunity TEXT    NOT NULL,
    origin      TEXT    NOT NULL,
    seq         INTEGER NOT NULL,
    PRIMARY KEY (opportunity, origin, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_link (
    ticket      TEXT PRIMARY KEY,
    customer    TEXT,
    opportunity TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_link_customer ON ticket_link (customer);
CREATE INDEX ticket_link_opportunity ON ticket_link (opportunity);
