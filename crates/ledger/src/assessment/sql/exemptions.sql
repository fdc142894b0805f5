SELECT unit, reason, attachment, declared_by, approved_by
FROM exemption
WHERE quarter = ?1
