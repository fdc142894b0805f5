UPDATE certification_evidence SET struck = ?4 WHERE staff_no = ?1 AND number = ?2 AND line = ?3
