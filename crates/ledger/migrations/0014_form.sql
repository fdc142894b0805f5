-- Projections of forms and their tasks (catalogue sections 14, 15, 25, 29).

-- `unit` is empty for the types of all units.
CREATE TABLE form_type (
    unit    TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    body    TEXT    NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (unit, code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE form (
    form          TEXT PRIMARY KEY,
    unit          TEXT    NOT NULL,
    register      TEXT    NOT NULL,
    month         TEXT    NOT NULL,
    serial        INTEGER NOT NULL,
    type_unit     TEXT    NOT NULL,
    type_code     TEXT    NOT NULL,
    type_version  INTEGER NOT NULL,
    title         TEXT    NOT NULL,
    day           TEXT    NOT NULL,
    customer      TEXT,
    engineer      TEXT,
    ticket        TEXT,
    customer_no   TEXT,
    opportunity   TEXT,
    answers       TEXT    NOT NULL,
    text          TEXT,
    version       INTEGER NOT NULL,
    next_step     TEXT,
    due_on        TEXT,
    state         TEXT    NOT NULL,
    verdict       TEXT,
    words         INTEGER NOT NULL,
    registered_by TEXT    NOT NULL,
    registered_at TEXT    NOT NULL,
    UNIQUE (unit, register, month, serial)
) STRICT;

CREATE INDEX form_day ON form (register, day, unit, month, serial);
CREATE INDEX form_engineer ON form (engineer, register) WHERE engineer IS NOT NULL;
CREATE INDEX form_ticket ON form (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX form_customer ON form (customer_no) WHERE customer_no IS NOT NULL;
CREATE INDEX form_opportunity ON form (opportunity) WHERE opportunity IS NOT NULL;
CREATE INDEX form_open ON form (unit, due_on) WHERE state = 'open';

CREATE TABLE form_item (
    form    TEXT NOT NULL,
    item    TEXT NOT NULL,
    state   TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (form, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE form_step (
    form    TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    step    TEXT    NOT NULL,
    outcome TEXT    NOT NULL,
    day     TEXT    NOT NULL,
    answers TEXT    NOT NULL,
    words   TEXT,
    behalf  TEXT,
    account TEXT    NOT NULL,
    PRIMARY KEY (form, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE form_file (
    form    TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    name    TEXT    NOT NULL,
    file    TEXT    NOT NULL,
    account TEXT    NOT NULL,
    at      TEXT    NOT NULL,
    struck  TEXT,
    PRIMARY KEY (form, number)
) STRICT, WITHOUT ROWID;

-- `number` and `words` say what is to be done, `who_…` whose it is where they are no engineer, `end_…` how it ended.
CREATE TABLE form_task (
    form       TEXT    NOT NULL,
    task       INTEGER NOT NULL,
    unit       TEXT    NOT NULL,
    engineer   TEXT,
    until_day  TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    ended_on   TEXT,
    number     INTEGER NOT NULL,
    words      TEXT    NOT NULL,
    who_number INTEGER NOT NULL,
    who_words  TEXT,
    end_number INTEGER,
    end_words  TEXT,
    PRIMARY KEY (form, task)
) STRICT, WITHOUT ROWID;

CREATE INDEX form_task_state ON form_task (state, unit, until_day);

-- The entries of each form, for its timeline.
CREATE TABLE form_act (
    form   TEXT    NOT NULL,
    origin TEXT    NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (form, origin, seq)
) STRICT, WITHOUT ROWID;
