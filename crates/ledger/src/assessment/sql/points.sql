SELECT staff_no, score
FROM assessment
WHERE month = ?1 AND unit = ?2
ORDER BY staff_no
