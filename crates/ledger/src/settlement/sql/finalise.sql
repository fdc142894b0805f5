UPDATE revision
SET state = 'final', figures = ?3, settlement = ?4, finalised_by = ?5, finalised_at = ?6,
    entry_origin = ?7, entry_seq = ?8, entry_hash = ?9
WHERE quarter = ?1 AND revision = ?2
