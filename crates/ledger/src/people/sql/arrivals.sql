SELECT staff_no, number, unit, expected_on, announced_at, state, arrived_on, withdrawn_at, reason
FROM arrival
WHERE staff_no IN (SELECT value FROM json_each(?1))
ORDER BY staff_no, number
