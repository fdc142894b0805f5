UPDATE ticket_audit SET decided_on = ?3, accepted = ?4, number = ?5, text = ?6, behalf = ?7
WHERE ticket = ?1 AND round = ?2
