SELECT changed_at, entry_hash
FROM unit_month
WHERE unit = ?1 AND state = 'closed' AND month BETWEEN ?2 AND ?3
ORDER BY changed_at, month
