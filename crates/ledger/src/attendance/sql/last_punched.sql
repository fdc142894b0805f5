SELECT max(last) FROM (
    SELECT (
        SELECT max(day) FROM attendance_punch WHERE staff_no = person.value AND day BETWEEN ?2 AND ?3
    ) AS last
    FROM json_each(?1) AS person
)
