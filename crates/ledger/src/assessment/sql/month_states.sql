SELECT unit, month, state, reviewer
FROM unit_month
WHERE month BETWEEN ?1 AND ?2
