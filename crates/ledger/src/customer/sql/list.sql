SELECT customer, name, sector, grade,
       (SELECT count(*) FROM contact WHERE contact.customer = customer.customer AND left_on IS NULL)
       + (SELECT count(*) FROM customer AS part JOIN contact ON contact.customer = part.customer
          WHERE part.merged_into = customer.customer AND left_on IS NULL),
       (SELECT count(*) FROM opportunity
        WHERE opportunity.customer = customer.customer AND outcome IS NULL AND voided IS NULL),
       (SELECT count(*) FROM opportunity
        WHERE opportunity.customer = customer.customer AND outcome IN ('won', 'agreed') AND voided IS NULL),
       (SELECT count(*) FROM ticket_link WHERE ticket_link.customer = customer.customer)
       + (SELECT count(*) FROM opportunity JOIN ticket_link USING (opportunity)
          WHERE opportunity.customer = customer.customer)
FROM customer
