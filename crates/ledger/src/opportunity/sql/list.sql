SELECT o.opportunity, o.title, o.customer, customer.name, o.class, o.amount, o.expected_on, o.engineer, o.found_on, o.stage,
       o.since, o.outcome, o.concluded_on, o.deal, coalesce(o.answers ->> '$.plain.keyProject.yesNo', 0),
       (SELECT count(*) FROM ticket_link WHERE ticket_link.opportunity = o.opportunity)
