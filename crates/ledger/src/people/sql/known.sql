SELECT m.staff_no, m.unit, m.arrived_on, m.left_on, e.post, p.fields ->> '$.name', p.fields ->> '$.phone'
FROM membership AS m
LEFT JOIN engineer AS e ON e.staff_no = m.staff_no
LEFT JOIN personal AS p ON p.subject = ?1 || m.staff_no AND p.current = 1
ORDER BY m.staff_no, m.arrived_on, m.unit
