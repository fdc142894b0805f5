SELECT subject, fields
FROM personal
WHERE
    current = 1
    AND substr(subject, 1, length(?1)) = ?1
    AND (fields ->> '$.phone' IS NOT NULL OR fields ->> '$.contact' IS NOT NULL OR fields ->> '$.skills' IS NOT NULL)
