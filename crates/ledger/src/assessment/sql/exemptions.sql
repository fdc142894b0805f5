SELECT unit, reason, attachment, declared_by, declared_at, approved_by, approved_at
FROM exemption
WHERE quarter = ?1
