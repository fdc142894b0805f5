SELECT count(DISTINCT f.digest)
FROM ticket_file f
JOIN ticket t ON t.ticket = f.ticket
WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = f.digest)
    AND (?1 IS NULL OR t.unit IN (SELECT value FROM json_each(?1)))
