-- Attendance: working hours, punches, days set by hand, leave and overtime.

CREATE TABLE attendance_hours (
    unit       TEXT NOT NULL,
    from_month TEXT NOT NULL,
    body       TEXT NOT NULL,
    account    TEXT NOT NULL,
    set_at     TEXT NOT NULL,
    PRIMARY KEY (unit, from_month)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance_punch (
    staff_no TEXT NOT NULL,
    day      TEXT NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (staff_no, day, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance_correction (
    staff_no    TEXT NOT NULL,
    number      INTEGER NOT NULL,
    unit        TEXT NOT NULL,
    day         TEXT NOT NULL,
    body        TEXT,
    reason      TEXT NOT NULL,
    account     TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance_application (
    staff_no   TEXT NOT NULL,
    number     INTEGER NOT NULL,
    unit       TEXT NOT NULL,
    body       TEXT NOT NULL,
    first_day  TEXT NOT NULL,
    last_day   TEXT NOT NULL,
    late       INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    account    TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    state      TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    decision   TEXT,
    on_behalf  INTEGER NOT NULL,
    document   TEXT,
    evidence   TEXT,
    PRIMARY KEY (staff_no, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX attendance_application_unit ON attendance_application (unit, first_day);
