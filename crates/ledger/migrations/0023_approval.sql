-- Approval of documents (catalogue DOC-19 … DOC-21). An approval is bound to one version; where it stands is told by its acts, which
-- are the journal's.

-- How the document stands with its approvals; NULL where none was ever begun.
ALTER TABLE document ADD COLUMN approval TEXT;

CREATE INDEX document_approval ON document (voided, approval);

CREATE TABLE approval (
    document     TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    unit         TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    file         TEXT    NOT NULL,
    submitter    TEXT    NOT NULL,
    submitted_at TEXT    NOT NULL,
    changed_at   TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    stage        INTEGER NOT NULL,
    -- The names of all stages, as JSON.
    stages       TEXT    NOT NULL,
    -- The day on which somebody was reminded last.
    reminded_on  TEXT,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX approval_state ON approval (state, submitted_at);
CREATE INDEX approval_submitter ON approval (submitter, state);

-- The acts of an approval. `file` came with an opinion.
CREATE TABLE approval_act (
    document TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    origin   TEXT    NOT NULL,
    seq      INTEGER NOT NULL,
    file     TEXT,
    PRIMARY KEY (document, number, origin, seq)
) STRICT, WITHOUT ROWID;

-- Seats that an approval waits for, and since when.
CREATE TABLE approval_waiting (
    document TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    seat     INTEGER NOT NULL,
    account  TEXT,
    since    TEXT    NOT NULL,
    PRIMARY KEY (document, number, seat)
) STRICT, WITHOUT ROWID;

CREATE INDEX approval_waiting_account ON approval_waiting (account);

-- Who may give a seat's opinion beside its holder.
CREATE TABLE approval_stand_in (
    document  TEXT    NOT NULL,
    number    INTEGER NOT NULL,
    seat      INTEGER NOT NULL,
    account   TEXT    NOT NULL,
    from_day  TEXT    NOT NULL,
    to_day    TEXT,
    PRIMARY KEY (document, number, seat)
) STRICT, WITHOUT ROWID;

CREATE INDEX approval_stand_in_account ON approval_stand_in (account);

-- The files that came with opinions are named by records, too.
DROP VIEW named_file;

CREATE VIEW named_file AS
SELECT digest FROM (
    SELECT attachment AS digest FROM exemption
    UNION SELECT evidence FROM confirmation
    UNION SELECT file FROM acceptance
    UNION SELECT scan FROM stay_paper
    UNION SELECT evidence FROM replacement
    UNION SELECT paper FROM certification_evidence
    UNION SELECT evidence FROM attendance_application
    UNION SELECT paper FROM conduct
    UNION SELECT file FROM ticket_record
    UNION SELECT file FROM ticket_audit
    UNION SELECT file FROM ticket_help
    UNION SELECT file FROM ticket_settlement
    UNION SELECT digest FROM ticket_file
    UNION SELECT file FROM opportunity_record
    UNION SELECT evidence FROM opportunity_approval
    UNION SELECT file FROM form_file
    UNION SELECT file FROM document_version
    UNION SELECT file FROM approval_act
)
WHERE length(digest) = 64;
