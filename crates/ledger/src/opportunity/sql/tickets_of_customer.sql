SELECT ticket.ticket, ticket.title, ticket.state, ticket.received_on
FROM ticket_link JOIN ticket ON ticket.ticket = ticket_link.ticket
WHERE ticket_link.customer = ?1
ORDER BY ticket.received_on DESC, ticket.month DESC, ticket.serial DESC
