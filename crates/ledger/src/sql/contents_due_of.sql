SELECT count(*) FROM (
    SELECT f.digest
    FROM ticket_file f
    JOIN ticket t ON t.ticket = f.ticket
    WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = f.digest)
        AND (?1 IS NULL OR t.unit IN (SELECT value FROM json_each(?1)))
    UNION
    SELECT v.file
    FROM document_version v
    JOIN document d ON d.document = v.document
    WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = v.file)
        AND (?1 IS NULL OR d.unit IN (SELECT value FROM json_each(?1)))
        AND d.document NOT IN (SELECT value FROM json_each(?2))
)
