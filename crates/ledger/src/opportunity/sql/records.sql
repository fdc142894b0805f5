SELECT number, kind, day, answers, text, file, account, struck, updated_by
FROM opportunity_record
WHERE opportunity = ?1
ORDER BY number
