INSERT OR IGNORE INTO search_due
SELECT 'ticket', ticket FROM ticket_link WHERE customer = ?1
UNION ALL
SELECT 'opportunity', opportunity FROM opportunity WHERE customer = ?1
UNION ALL
SELECT 'ticket', ticket FROM ticket_link JOIN opportunity USING (opportunity) WHERE opportunity.customer = ?1
