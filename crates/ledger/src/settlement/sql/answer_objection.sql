UPDATE objection
SET state = CASE WHEN ?4 THEN 'settled' ELSE 'rejected' END, accepted = ?4, answer = ?5, answered_at = ?6
WHERE unit = ?1 AND quarter = ?2 AND number = ?3
