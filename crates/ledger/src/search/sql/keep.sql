INSERT INTO search_text (id, kind, key, unit, day, title, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (kind, key) DO UPDATE SET unit = excluded.unit, day = excluded.day, title = excluded.title, body = excluded.body
RETURNING id
