-- What is written in attached files.

-- The files that belong to tickets, each once; a projection.
CREATE TABLE ticket_file (
    ticket TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (ticket, digest)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_file_digest ON ticket_file (digest);

-- The text of files that have been read, or why there is none. Ordinary rows, made from the files and not journaled: what is
-- missing is read again.
CREATE TABLE file_content (
    id     INTEGER PRIMARY KEY,
    digest TEXT    NOT NULL UNIQUE,
    -- What the file is, where it has been read.
    kind   TEXT,
    -- Why it has not.
    reason TEXT,
    -- Whether it has more text than was read.
    cut    INTEGER NOT NULL,
    -- Its text by places, as JSON, deflated.
    parts  BLOB
) STRICT;
