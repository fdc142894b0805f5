SELECT coalesce(opportunity.customer, link.customer), link.opportunity
FROM ticket_link AS link LEFT JOIN opportunity USING (opportunity)
WHERE link.ticket = ?1
