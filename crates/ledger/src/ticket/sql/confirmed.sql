-- What was not accepted is to be delivered again.
UPDATE ticket
SET confirmed_on = CASE WHEN ?2 THEN ?3 END, delivered_on = CASE WHEN ?2 THEN delivered_on END, state = ?4, words = ?5
WHERE ticket = ?1
