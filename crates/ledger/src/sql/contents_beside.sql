SELECT 'ticket', ticket FROM ticket_file WHERE digest IN (
    SELECT digest FROM ticket_file WHERE ?1 = 'ticket' AND ticket = ?2
    UNION
    SELECT file FROM document_version WHERE ?1 = 'document' AND document = ?2
)
UNION
SELECT 'document', document FROM document_version WHERE file IN (
    SELECT digest FROM ticket_file WHERE ?1 = 'ticket' AND ticket = ?2
    UNION
    SELECT file FROM document_version WHERE ?1 = 'document' AND document = ?2
)
