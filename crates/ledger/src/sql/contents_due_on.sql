SELECT count(DISTINCT f.digest)
FROM ticket_file f
WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = f.digest)
    AND f.ticket IN (SELECT value FROM json_each(?1))
