SELECT staff_no, unit, arrived_on, left_on
FROM membership
WHERE staff_no IN (SELECT value FROM json_each(?1))
ORDER BY staff_no, arrived_on, unit
