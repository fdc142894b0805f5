SELECT count(*) FROM (
    SELECT f.digest
    FROM ticket_file f
    WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = f.digest)
        AND f.ticket IN (SELECT value FROM json_each(?1))
    UNION
    SELECT v.file
    FROM document_version v
    JOIN document d ON d.document = v.document
    WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = v.file)
        AND d.about_kind = 'ticket' AND d.about_key IN (SELECT value FROM json_each(?1))
        AND d.document NOT IN (SELECT value FROM json_each(?2))
)
