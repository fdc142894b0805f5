SELECT entry.record
FROM document_act AS act
JOIN entry ON entry.origin = act.origin AND entry.seq = act.seq
WHERE act.document = ?1
ORDER BY entry.rowid
