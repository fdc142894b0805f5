SELECT record, hash
FROM entry
WHERE position <= (SELECT position FROM entry WHERE hash = ?1)
ORDER BY position
