SELECT ticket, title, closed_on FROM ticket
WHERE first = ?1 AND state = 'closed'
ORDER BY closed_on, month, unit, serial
