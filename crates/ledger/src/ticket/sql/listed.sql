SELECT ticket, type_unit, type_code, type_version, title, coalesce(
           (SELECT customer.name
            FROM ticket_link AS link LEFT JOIN opportunity USING (opportunity)
                 JOIN customer ON customer.customer = coalesce(opportunity.customer, link.customer)
            WHERE link.ticket = ticket.ticket),
           ticket.customer
       ), requester, contact, channel, urgency, complexity,
       received_on, asked_for, answers, state, first, second, closed_on, due_on, delivered_on, text, waiting_since
FROM ticket
