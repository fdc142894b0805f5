SELECT unit, engineer, outcome, concluded_on
FROM opportunity
WHERE concluded_on BETWEEN ?1 AND ?2 AND voided IS NULL
