SELECT ticket.ticket, ticket.title, ticket.state, ticket.received_on
FROM ticket
WHERE ticket.ticket IN (
    SELECT ticket FROM ticket_link WHERE customer = ?1
    UNION ALL
    SELECT link.ticket FROM ticket_link AS link JOIN opportunity USING (opportunity) WHERE opportunity.customer = ?1
)
ORDER BY ticket.received_on DESC, ticket.month DESC, ticket.serial DESC
LIMIT ?2
