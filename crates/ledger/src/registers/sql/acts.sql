SELECT entry.record
FROM form_act JOIN entry ON entry.origin = form_act.origin AND entry.seq = form_act.seq
WHERE form_act.form = ?1
ORDER BY entry.rowid
