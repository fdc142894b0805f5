UPDATE replacement SET approval = ?3, approved_by = ?4
WHERE staff_no = ?1 AND number = ?2
