-- What is written of an opportunity's end, its voiding, what others approved of it, and customers struck from the list.

ALTER TABLE opportunity ADD COLUMN end_number INTEGER;
ALTER TABLE opportunity ADD COLUMN end_text TEXT;
ALTER TABLE opportunity ADD COLUMN voided TEXT;
ALTER TABLE opportunity ADD COLUMN void_number INTEGER;
ALTER TABLE opportunity ADD COLUMN void_text TEXT;
ALTER TABLE customer ADD COLUMN struck TEXT;
ALTER TABLE customer ADD COLUMN merged_into TEXT;

CREATE TABLE opportunity_approval (
    opportunity TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    about       TEXT    NOT NULL,
    record      INTEGER,
    day         TEXT    NOT NULL,
    approved    INTEGER NOT NULL,
    basis       TEXT    NOT NULL,
    evidence    TEXT,
    text        TEXT,
    account     TEXT    NOT NULL,
    PRIMARY KEY (opportunity, number)
) STRICT, WITHOUT ROWID;

-- Checkpoints that wait: neither done nor struck.
CREATE TABLE opportunity_checkpoint (
    opportunity TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    due         TEXT    NOT NULL,
    PRIMARY KEY (opportunity, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX opportunity_checkpoint_due ON opportunity_checkpoint (due);
