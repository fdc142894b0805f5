UPDATE objection
SET state = 'settled', upheld = ?4, decision = ?5, decided_at = ?6
WHERE unit = ?1 AND quarter = ?2 AND number = ?3
