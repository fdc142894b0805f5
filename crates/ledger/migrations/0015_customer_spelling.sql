-- By which spelling a customer is recognised (CUS-07), and who wrote a record of an opportunity anew: its author stays.

ALTER TABLE customer ADD COLUMN spelling TEXT NOT NULL DEFAULT '';
ALTER TABLE opportunity_record ADD COLUMN updated_by TEXT;

CREATE INDEX customer_spelling ON customer (unit, spelling);
