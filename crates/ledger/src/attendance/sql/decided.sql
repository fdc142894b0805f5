UPDATE attendance_application
SET state = ?3, decided_by = ?4, decided_at = ?5, decision = ?6, on_behalf = ?7, document = ?8, evidence = ?9
WHERE staff_no = ?1 AND number = ?2
