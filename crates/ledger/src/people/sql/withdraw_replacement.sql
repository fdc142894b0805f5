UPDATE replacement SET withdrawn_at = ?3, withdrawn_reason = ?4
WHERE staff_no = ?1 AND number = ?2
