UPDATE revision
SET state = 'reviewed', reviewed_by = ?3, reviewed_at = ?4
WHERE quarter = ?1 AND revision = ?2
