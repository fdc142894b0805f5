SELECT number, kind, day, answers, text, file, account, struck FROM opportunity_record WHERE opportunity = ?1 ORDER BY number
