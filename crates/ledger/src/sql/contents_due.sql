SELECT digest FROM (
    SELECT f.digest
    FROM ticket_file f
    WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = f.digest)
    LIMIT ?1
)
UNION
SELECT file FROM (
    SELECT v.file
    FROM document_version v
    WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = v.file)
    LIMIT ?1
)
LIMIT ?1
