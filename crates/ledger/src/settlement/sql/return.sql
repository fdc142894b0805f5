UPDATE revision
SET state = 'open', figures = NULL, reason = ?3,
    prepared_by = NULL, prepared_at = NULL, reviewed_by = NULL, reviewed_at = NULL
WHERE quarter = ?1 AND revision = ?2
