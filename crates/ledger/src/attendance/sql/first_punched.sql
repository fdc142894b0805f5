SELECT min(first) FROM (
    SELECT (SELECT min(day) FROM attendance_punch WHERE staff_no = person.value) AS first
    FROM json_each(?1) AS person
)
