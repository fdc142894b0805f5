SELECT entry.record
FROM ticket_act JOIN entry ON entry.origin = ticket_act.origin AND entry.seq = ticket_act.seq
WHERE ticket_act.ticket = ?1
ORDER BY entry.rowid
