SELECT record, hash, position, account
FROM entry
WHERE position < ?1
  AND (?2 IS NULL OR account = ?2)
  AND (?3 IS NULL OR kind IN (SELECT value FROM json_each(?3)))
  AND (?4 IS NULL OR recorded_at >= ?4)
  AND (?5 IS NULL OR recorded_at < ?5)
ORDER BY position DESC
