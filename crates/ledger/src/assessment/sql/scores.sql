SELECT month, unit, staff_no, score, items, note, rubric, on_behalf, account
FROM assessment
WHERE month BETWEEN ?1 AND ?2
ORDER BY month, unit, staff_no
