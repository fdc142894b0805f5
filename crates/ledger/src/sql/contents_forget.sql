INSERT INTO file_content (digest, kind, reason, cut, parts)
SELECT digest, NULL, ?2, 0, NULL FROM ticket_file WHERE ticket = ?1
ON CONFLICT (digest) DO UPDATE SET kind = NULL, reason = excluded.reason, cut = 0, parts = NULL
