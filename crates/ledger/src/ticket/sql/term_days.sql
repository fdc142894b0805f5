-- The days of tickets' terms; ?1 is the path of the tender's deadline among the answers.
SELECT ticket, type_unit, type_code, type_version, state, review_by,
       (SELECT day FROM ticket_review WHERE ticket_review.ticket = ticket.ticket ORDER BY number DESC LIMIT 1),
       take_by, taken_on, answers ->> ?1,
       (SELECT min(asked_on) FROM ticket_audit WHERE ticket_audit.ticket = ticket.ticket),
       due_on, delivered_on, waiting_since, escalated_on,
       (SELECT min(asked_on) FROM ticket_help WHERE ticket_help.ticket = ticket.ticket AND answered_on IS NULL)
FROM ticket
