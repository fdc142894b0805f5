ticket IN (
    SELECT link.ticket
    FROM ticket_link AS link LEFT JOIN opportunity USING (opportunity)
         JOIN customer ON customer.customer = coalesce(opportunity.customer, link.customer)
    WHERE customer.name LIKE {place} ESCAPE '\'
)
