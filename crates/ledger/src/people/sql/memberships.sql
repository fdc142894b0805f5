SELECT staff_no, unit, arrived_on, left_on
FROM membership
ORDER BY staff_no, arrived_on, unit
