SELECT ticket, first, take_by, taken_on, due_on, delivered_on, closed_on, rating
FROM ticket
WHERE unit = ?1 AND state = 'closed' AND closed_on BETWEEN ?2 AND ?3 AND first IS NOT NULL
