SELECT subject, json_extract(fields, '$.name') FROM personal
WHERE current = 1
  AND json_type(fields, '$.name') = 'text'
