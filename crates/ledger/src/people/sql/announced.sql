SELECT staff_no, unit, expected_on, announced_at
FROM arrival
WHERE state = 'open'
ORDER BY expected_on, staff_no
