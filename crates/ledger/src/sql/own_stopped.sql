SELECT origin, seq, kind, version FROM stopped
WHERE origin = ?1
   OR origin IN (
       SELECT json_extract(former.value, '$.origin') FROM meta, json_each(meta.value) AS former
       WHERE meta.key = 'former_origins'
   )
LIMIT 1
