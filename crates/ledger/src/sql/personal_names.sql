SELECT subject, json_extract(fields, '$.name') FROM personal
WHERE current = 1
  AND subject IN (SELECT value FROM json_each(?1))
  AND json_type(fields, '$.name') = 'text'
