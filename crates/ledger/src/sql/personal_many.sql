SELECT subject, fields FROM personal
WHERE current = 1 AND subject IN (SELECT value FROM json_each(?1))
