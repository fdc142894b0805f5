SELECT c.unit, NULL, c.name, c.customer, 0,
    (SELECT json_group_array(p.number) FROM contact p WHERE p.customer = c.customer AND p.left_on IS NULL)
FROM customer c
WHERE c.customer = ?1 AND c.struck IS NULL
