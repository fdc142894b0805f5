INSERT INTO file_content (digest, kind, reason, cut, parts)
SELECT digest, NULL, ?3, 0, NULL FROM (
    SELECT digest FROM ticket_file WHERE ?1 = 'ticket' AND ticket = ?2
    UNION
    SELECT file FROM document_version WHERE ?1 = 'document' AND document = ?2
)
WHERE true
ON CONFLICT (digest) DO UPDATE SET kind = NULL, reason = excluded.reason, cut = 0, parts = NULL
