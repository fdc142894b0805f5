SELECT unit, month, staff_no, reason
FROM not_assessed
WHERE month BETWEEN ?1 AND ?2
