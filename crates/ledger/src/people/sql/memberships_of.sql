SELECT staff_no, unit, arrived_on, left_on
FROM membership
WHERE staff_no = ?1
ORDER BY arrived_on, unit
