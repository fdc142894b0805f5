SELECT ticket, type_unit, type_code, title, coalesce(
           (SELECT customer.name
            FROM ticket_link AS link LEFT JOIN opportunity USING (opportunity)
                 JOIN customer ON customer.customer = coalesce(opportunity.customer, link.customer)
            WHERE link.ticket = ticket.ticket),
           ticket.customer
       ), urgency, state, received_on, due_on, first, second
FROM ticket
