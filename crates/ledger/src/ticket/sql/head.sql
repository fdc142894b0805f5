SELECT coalesce(
           (SELECT customer.name
            FROM ticket_link AS link LEFT JOIN opportunity USING (opportunity)
                 JOIN customer ON customer.customer = coalesce(opportunity.customer, link.customer)
            WHERE link.ticket = ticket.ticket),
           ticket.customer
       ), contact, channel, copies, copies_text FROM ticket WHERE ticket = ?1
