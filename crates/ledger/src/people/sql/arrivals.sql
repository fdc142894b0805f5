SELECT number, unit, expected_on, announced_at, state, arrived_on, withdrawn_at, reason
FROM arrival
WHERE staff_no = ?1
ORDER BY number
