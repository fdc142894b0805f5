SELECT entry.record
FROM (
    SELECT origin, seq, 0 AS ends FROM customer_act
    WHERE customer = ?1 OR customer IN (SELECT customer FROM customer WHERE merged_into = ?1)
    UNION
    SELECT origin, seq, 1 FROM opportunity_act
    WHERE opportunity IN (SELECT opportunity FROM opportunity WHERE customer = ?1)
    UNION
    SELECT origin, seq, 1 FROM ticket_act
    WHERE ticket IN (
        SELECT ticket FROM ticket_link WHERE customer = ?1
        UNION ALL
        SELECT link.ticket FROM ticket_link AS link JOIN opportunity USING (opportunity) WHERE opportunity.customer = ?1
    )
) AS act
JOIN entry ON entry.origin = act.origin AND entry.seq = act.seq
WHERE act.ends = 0
   OR entry.kind IN (
       'opportunity.registered', 'opportunity.concluded', 'opportunity.outcomeCorrected', 'opportunity.voided',
       'opportunity.reopened', 'opportunity.handedOver', 'ticket.registered', 'ticket.closed'
   )
ORDER BY entry.rowid DESC
LIMIT ?2
