SELECT number, kind, day, struck, file FROM opportunity_record WHERE opportunity = ?1 ORDER BY number
