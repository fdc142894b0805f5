-- A merged customer's people and affairs are read with those of the customer that it is.

CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
