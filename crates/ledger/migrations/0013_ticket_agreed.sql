-- When a ticket's other last day was agreed upon, who were named together last, and which words a question has: later ones
-- tell that something was passed on since (TKT-55, DSP-02, DSP-06).

ALTER TABLE ticket ADD COLUMN agreed_at TEXT;
ALTER TABLE ticket ADD COLUMN engaged_first TEXT;
ALTER TABLE ticket ADD COLUMN engaged_second TEXT;
ALTER TABLE ticket_postponement ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
