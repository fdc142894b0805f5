-- The behaviour that a work note shows, for a certification (QUA-11): JSON, as the event holds it.

ALTER TABLE work_note ADD COLUMN shows TEXT;
