SELECT gather(staff_no, unit, arrived_on, left_on) FROM membership
WHERE unit = ?1
