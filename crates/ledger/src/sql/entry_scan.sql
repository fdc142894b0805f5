SELECT position, hash, origin, seq, prev, recorded_at, account, kind, record, version
FROM entry
WHERE position > ?1 AND position <= ?2
ORDER BY position
