SELECT prepared_by, reviewer, changed_at, entry_hash
FROM unit_month
WHERE unit = ?1 AND month = ?2 AND state = 'closed'
