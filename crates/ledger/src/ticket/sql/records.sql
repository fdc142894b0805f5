SELECT number, kind, day, answers, text, file, account, struck FROM ticket_record WHERE ticket = ?1 ORDER BY number
