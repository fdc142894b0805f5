SELECT staff_no, arrived_on, leaving
FROM leaving
WHERE staff_no IN (SELECT value FROM json_each(?1))
