SELECT month, unit, staff_no, score, items, note, rubric, on_behalf, account
FROM assessment
WHERE staff_no = ?1
ORDER BY month, unit
