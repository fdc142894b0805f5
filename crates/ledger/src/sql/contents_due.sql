SELECT DISTINCT f.digest
FROM ticket_file f
WHERE NOT EXISTS (SELECT 1 FROM file_content c WHERE c.digest = f.digest)
LIMIT ?1
