UPDATE objection
SET state = 'settled', decided_at = ?4
WHERE unit = ?1 AND quarter = ?2 AND number = ?3
