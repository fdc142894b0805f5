SELECT position, hash, origin, seq, recorded_at, account, kind, record
FROM entry
WHERE position > ?1 AND position <= ?2
ORDER BY position
