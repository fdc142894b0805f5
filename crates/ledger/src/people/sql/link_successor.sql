UPDATE replacement SET successor = ?3, answered_on = ?4
WHERE staff_no = ?1 AND number = ?2
