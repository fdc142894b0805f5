SELECT revision, manner, file, detail, account, accepted_at, approved_by
FROM acceptance
WHERE quarter = ?1
ORDER BY revision
