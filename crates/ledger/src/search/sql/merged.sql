SELECT c.customer, c.name,
    (SELECT json_group_array(p.number) FROM contact p WHERE p.customer = c.customer AND p.left_on IS NULL)
FROM customer c
WHERE c.merged_into = ?1
ORDER BY c.unit, c.serial
