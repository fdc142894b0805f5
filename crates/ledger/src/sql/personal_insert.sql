INSERT INTO personal (subject, digest, salt, fields, current) VALUES (?1, ?2, ?3, ?4, 1)
