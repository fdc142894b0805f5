INSERT OR REPLACE INTO ticket_audit (ticket, round, file, asked_on, late, asked_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
