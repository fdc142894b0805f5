-- How long the personal data of engineers who left are kept, and where copies of them went.

ALTER TABLE installation ADD COLUMN retention_months INTEGER NOT NULL DEFAULT 24;

-- Files with people's names in them that this program wrote: no projection, for nothing in the journal says where a file
-- went. `unit`: only that unit's people stand in it; else everybody's.
CREATE TABLE handed_out (
    path TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    unit TEXT,
    at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
