-- Tickets that came in by the end of a week and had not ended before it.
SELECT unit, type_unit, type_code, type_version, state, received_on,
       (SELECT day FROM ticket_review WHERE ticket_review.ticket = ticket.ticket ORDER BY number DESC LIMIT 1),
       (SELECT review_by FROM ticket_review WHERE ticket_review.ticket = ticket.ticket ORDER BY number DESC LIMIT 1),
       delivered_on, due_on, confirmed_on, closed_on, rating
FROM ticket
WHERE received_on <= ?2 AND (closed_on IS NULL OR closed_on >= ?1)
