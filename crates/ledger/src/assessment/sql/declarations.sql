SELECT month, NULL AS staff_no, reason, account, declared_at
FROM no_engineer
WHERE unit = ?1 AND month BETWEEN ?2 AND ?3
UNION ALL
SELECT month, staff_no, reason, account, declared_at
FROM not_assessed
WHERE unit = ?1 AND month BETWEEN ?2 AND ?3
ORDER BY month, staff_no
