UPDATE arrival SET state = 'arrived', arrived_on = ?3
WHERE staff_no = ?1 AND number = ?2
