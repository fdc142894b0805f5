SELECT record, settled_on, accepted, number, text, file, account FROM ticket_settlement WHERE ticket = ?1 ORDER BY record
