-- What became of opinions among a ticket's records (catalogue SUR-07, SOL-07, DEM-05, BID-10).

CREATE TABLE ticket_settlement (
    ticket     TEXT    NOT NULL,
    record     INTEGER NOT NULL,
    settled_on TEXT    NOT NULL,
    accepted   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    text       TEXT,
    file       TEXT,
    account    TEXT    NOT NULL,
    PRIMARY KEY (ticket, record)
) STRICT, WITHOUT ROWID;
