SELECT unit, type_unit, type_code, first, state, received_on, take_by, taken_on, due_on, delivered_on,
       waiting_since, closed_on, rating
FROM ticket
WHERE received_on <= ?2 AND (closed_on IS NULL OR closed_on >= ?1)
