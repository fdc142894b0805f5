SELECT entry.record
FROM (
    SELECT origin, seq, 0 AS ends FROM opportunity_act WHERE opportunity = ?1
    UNION
    SELECT origin, seq, 1 FROM ticket_act
    WHERE ticket IN (SELECT ticket FROM ticket_link WHERE opportunity = ?1)
) AS act
JOIN entry ON entry.origin = act.origin AND entry.seq = act.seq
WHERE act.ends = 0 OR entry.kind IN ('ticket.registered', 'ticket.delivered', 'ticket.closed')
ORDER BY entry.rowid
