SELECT staff_no, max(number) FROM (
    SELECT staff_no, number FROM attendance_correction
    UNION ALL
    SELECT staff_no, number FROM attendance_application
)
WHERE staff_no IN (SELECT value FROM json_each(?1))
GROUP BY staff_no
