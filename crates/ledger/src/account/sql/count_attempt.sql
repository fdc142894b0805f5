UPDATE credential
SET failed = CASE WHEN ?2 IS NULL THEN 0 ELSE failed + 1 END, last_failed = ?2
WHERE account = ?1
