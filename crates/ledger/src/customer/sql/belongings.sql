SELECT (SELECT count(*) FROM opportunity WHERE customer = ?1 AND voided IS NULL),
       (SELECT count(*) FROM ticket_link WHERE customer = ?1)
       + (SELECT count(*) FROM opportunity JOIN ticket_link USING (opportunity) WHERE opportunity.customer = ?1),
       (SELECT count(*) FROM form WHERE customer_no = ?1),
       (SELECT count(*) FROM document WHERE about_kind = 'customer' AND about_key = ?1)
