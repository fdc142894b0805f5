UPDATE arrival SET state = 'withdrawn', withdrawn_at = ?3, reason = ?4
WHERE staff_no = ?1 AND number = ?2
