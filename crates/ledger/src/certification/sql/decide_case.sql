UPDATE certification_case SET decided = ?3, decided_by = ?4, decided_at = ?5, entry_hash = ?6, origin = ?7
WHERE staff_no = ?1 AND number = ?2
