UPDATE objection
SET state = 'settled', rejection_accepted_at = ?4
WHERE unit = ?1 AND quarter = ?2 AND number = ?3
