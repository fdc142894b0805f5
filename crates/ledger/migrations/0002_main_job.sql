-- Projections of the main job: from accounts and units to a signed settlement. All can be dropped and replayed.
-- Tables of short rows are WITHOUT ROWID: such a row lies in one tree instead of two, and each tree that an act touches is
-- a page more to write and wait for.

CREATE TABLE installation (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    role       TEXT NOT NULL,
    unit       TEXT NOT NULL,
    two_person INTEGER NOT NULL,
    today      TEXT
) STRICT;

CREATE TABLE account (
    account   TEXT PRIMARY KEY,
    role      TEXT NOT NULL,
    unit      TEXT,
    post      TEXT,
    open      INTEGER NOT NULL,
    personal  TEXT NOT NULL,
    opened_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE handover (
    leaver     TEXT PRIMARY KEY,
    successor  TEXT NOT NULL,
    note       TEXT,
    offered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    code    TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    grp     TEXT NOT NULL,
    manager TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
    party          TEXT PRIMARY KEY,
    name           TEXT NOT NULL,
    alias          TEXT,
    representative TEXT,
    post           TEXT
) STRICT;

CREATE TABLE party_certificate (
    party         TEXT NOT NULL,
    fingerprint   TEXT NOT NULL,
    not_before    TEXT NOT NULL,
    not_after     TEXT NOT NULL,
    key           TEXT NOT NULL,
    holder        TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    PRIMARY KEY (party, fingerprint)
) STRICT;

CREATE TABLE trusted_root (
    fingerprint TEXT PRIMARY KEY,
    not_before  TEXT NOT NULL,
    not_after   TEXT NOT NULL,
    key         TEXT NOT NULL,
    holder      TEXT NOT NULL,
    trusted_at  TEXT NOT NULL
) STRICT;

CREATE TABLE contract_term (
    quarter    TEXT PRIMARY KEY,
    no         TEXT NOT NULL,
    client     TEXT NOT NULL,
    provider   TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT NOT NULL,
    amount     TEXT NOT NULL,
    tax_rate   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_day (
    day  TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rubric (
    version      INTEGER PRIMARY KEY,
    from_quarter TEXT NOT NULL,
    body         TEXT NOT NULL,
    issued_at    TEXT NOT NULL
) STRICT;

CREATE TABLE rule_set (
    version      INTEGER PRIMARY KEY,
    from_quarter TEXT NOT NULL,
    body         TEXT NOT NULL,
    issued_at    TEXT NOT NULL
) STRICT;

CREATE TABLE engineer (
    staff_no TEXT PRIMARY KEY,
    post     TEXT,
    personal TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
    staff_no   TEXT NOT NULL,
    unit       TEXT NOT NULL,
    arrived_on TEXT NOT NULL,
    left_on    TEXT,
    PRIMARY KEY (staff_no, arrived_on, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
    month       TEXT NOT NULL,
    unit        TEXT NOT NULL,
    staff_no    TEXT NOT NULL,
    score       TEXT NOT NULL,
    items       TEXT NOT NULL,
    note        TEXT,
    rubric      INTEGER NOT NULL,
    on_behalf   INTEGER NOT NULL,
    account     TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (month, unit, staff_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_month (
    unit        TEXT NOT NULL,
    month       TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT,
    prepared_by TEXT,
    reviewer    TEXT,
    changed_at  TEXT NOT NULL,
    entry_hash  TEXT NOT NULL,
    PRIMARY KEY (unit, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE no_engineer (
    unit        TEXT NOT NULL,
    month       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    account     TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    PRIMARY KEY (unit, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE not_assessed (
    unit        TEXT NOT NULL,
    month       TEXT NOT NULL,
    staff_no    TEXT NOT NULL,
    reason      TEXT NOT NULL,
    account     TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    PRIMARY KEY (unit, month, staff_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE exemption (
    unit        TEXT NOT NULL,
    quarter     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    attachment  TEXT,
    declared_by TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    approved_by TEXT,
    approved_at TEXT,
    PRIMARY KEY (unit, quarter)
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmation (
    unit         TEXT NOT NULL,
    quarter      TEXT NOT NULL,
    party        TEXT NOT NULL,
    on_behalf    INTEGER NOT NULL,
    evidence     TEXT,
    figures      TEXT NOT NULL,
    score        TEXT,
    account      TEXT NOT NULL,
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (unit, quarter, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
    unit         TEXT NOT NULL,
    quarter      TEXT NOT NULL,
    delivered_on TEXT NOT NULL,
    receiver     TEXT NOT NULL,
    figures      TEXT NOT NULL,
    account      TEXT NOT NULL,
    PRIMARY KEY (unit, quarter)
) STRICT, WITHOUT ROWID;

CREATE TABLE objection (
    unit       TEXT NOT NULL,
    quarter    TEXT NOT NULL,
    number     INTEGER NOT NULL,
    raised_by  TEXT NOT NULL,
    staff_no   TEXT,
    text       TEXT NOT NULL,
    raised_at  TEXT NOT NULL,
    account    TEXT NOT NULL,
    on_behalf  INTEGER NOT NULL,
    received_on TEXT,
    slip       TEXT,
    state      TEXT NOT NULL,
    accepted   INTEGER,
    answer     TEXT,
    answered_at TEXT,
    rejection_accepted_at TEXT,
    upheld     INTEGER,
    decision   TEXT,
    decided_at TEXT,
    PRIMARY KEY (unit, quarter, number)
) STRICT;

CREATE TABLE revision (
    quarter      TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    state        TEXT NOT NULL,
    reason       TEXT,
    figures      TEXT,
    settlement   TEXT,
    prepared_by  TEXT,
    prepared_at  TEXT,
    reviewed_by  TEXT,
    reviewed_at  TEXT,
    finalised_by TEXT,
    finalised_at TEXT,
    entry_origin TEXT,
    entry_seq    INTEGER,
    entry_hash   TEXT,
    closed_at    TEXT,
    PRIMARY KEY (quarter, revision)
) STRICT;

CREATE TABLE acceptance (
    quarter     TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    manner      TEXT NOT NULL,
    file        TEXT NOT NULL,
    detail      TEXT NOT NULL,
    account     TEXT NOT NULL,
    accepted_at TEXT NOT NULL,
    approved_by TEXT,
    PRIMARY KEY (quarter, revision)
) STRICT;

CREATE TABLE termination (
    quarter    TEXT PRIMARY KEY,
    exercise   INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    account    TEXT NOT NULL,
    decided_at TEXT NOT NULL
) STRICT;

CREATE TABLE adjustment (
    seq          INTEGER PRIMARY KEY,
    from_quarter TEXT NOT NULL,
    to_quarter   TEXT NOT NULL,
    amount       TEXT NOT NULL,
    reason       TEXT NOT NULL,
    account      TEXT NOT NULL,
    carried_at   TEXT NOT NULL
) STRICT;

CREATE TABLE invoice (
    number    TEXT PRIMARY KEY,
    quarter   TEXT NOT NULL,
    special   INTEGER NOT NULL,
    amount    TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    account   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    voucher TEXT PRIMARY KEY,
    quarter TEXT NOT NULL,
    amount  TEXT NOT NULL,
    paid_on TEXT NOT NULL,
    account TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE report_issued (
    file       TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    unit       TEXT,
    quarter    TEXT NOT NULL,
    revision   INTEGER NOT NULL,
    report_no  TEXT NOT NULL,
    check_code TEXT NOT NULL,
    issued_at  TEXT NOT NULL
) STRICT;
