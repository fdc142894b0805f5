SELECT o.opportunity, o.title, o.customer, customer.name, o.class, o.amount, o.expected_on, o.engineer, o.found_on, o.stage,
       o.since, o.outcome, o.concluded_on, o.deal, coalesce(o.answers ->> '$.plain.keyProject.yesNo', 0),
       (SELECT count(*) FROM ticket_link WHERE ticket_link.opportunity = o.opportunity),
       o.voided,
       CASE WHEN o.outcome IS NULL AND o.voided IS NULL
            THEN (SELECT min(due) FROM opportunity_checkpoint WHERE opportunity_checkpoint.opportunity = o.opportunity)
       END
