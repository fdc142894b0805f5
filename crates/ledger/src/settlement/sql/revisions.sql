SELECT quarter, revision, state, reason, figures, settlement, prepared_by, prepared_at, reviewed_by, reviewed_at,
       finalised_by, finalised_at, entry_origin, entry_seq, entry_hash, closed_at
FROM revision
WHERE quarter = ?1
ORDER BY revision
