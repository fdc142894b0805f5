INSERT OR IGNORE INTO search_due
SELECT 'ticket', ticket FROM ticket_link WHERE customer = ?1
UNION ALL
SELECT 'opportunity', opportunity FROM opportunity WHERE customer = ?1
