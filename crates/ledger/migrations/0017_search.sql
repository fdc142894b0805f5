-- Looking for words (查找). Ordinary rows, made from the projections and not journaled; after a replay they are made again.

-- Whose words have changed since they were indexed.
CREATE TABLE search_due (
    kind TEXT NOT NULL,
    key  TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_text (
    id    INTEGER PRIMARY KEY,
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    unit  TEXT NOT NULL,
    day   TEXT,
    title TEXT NOT NULL,
    body  TEXT NOT NULL,
    UNIQUE (kind, key)
) STRICT;

-- Two-character phrases of the texts, and in `scope` a word for the kind and one for the unit.
CREATE VIRTUAL TABLE search_gram USING fts5 (
    title, body, scope, content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- What is known already.
INSERT INTO search_due SELECT 'ticket', ticket FROM ticket;
INSERT INTO search_due SELECT 'opportunity', opportunity FROM opportunity;
INSERT INTO search_due SELECT 'customer', customer FROM customer;
INSERT INTO search_due SELECT 'form', form FROM form;
