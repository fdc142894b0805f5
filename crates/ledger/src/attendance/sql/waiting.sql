SELECT unit, count(*), min(first_day)
FROM attendance_application
WHERE state = 'open'
GROUP BY unit
ORDER BY unit
