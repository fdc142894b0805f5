SELECT number, kind, day, struck FROM opportunity_record WHERE opportunity = ?1 ORDER BY number
