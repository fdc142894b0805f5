UPDATE document
SET versions = ?2, file = ?3, changed_at = ?4, out_by = NULL, out_at = NULL,
    approval = CASE WHEN approval IS NULL THEN NULL ELSE ?5 END
WHERE document = ?1
