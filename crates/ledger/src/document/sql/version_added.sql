UPDATE document SET versions = ?2, file = ?3, changed_at = ?4, out_by = NULL, out_at = NULL WHERE document = ?1
