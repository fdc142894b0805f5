SELECT gather(staff_no, day, at) FROM attendance_punch
WHERE staff_no IN (SELECT value FROM json_each(?1)) AND day BETWEEN ?2 AND ?3
