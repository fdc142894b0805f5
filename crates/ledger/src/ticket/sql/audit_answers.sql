SELECT round, number, text, behalf FROM ticket_audit WHERE ticket = ?1 AND decided_on IS NOT NULL ORDER BY round
