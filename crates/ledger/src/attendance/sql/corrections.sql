SELECT staff_no, number, unit, day, body, reason, account, recorded_at
FROM attendance_correction
WHERE staff_no IN (SELECT value FROM json_each(?1)) AND day BETWEEN ?2 AND ?3
ORDER BY staff_no, number
