-- The days of tickets' terms; ?1 is the path of the tender's deadline among the answers, ?2 and ?3 are kinds of records (plan of a
-- survey, submission of a bid), ?4 is the part that is the survey's report.
SELECT ticket, type_unit, type_code, type_version, state, review_by,
       (SELECT day FROM ticket_review WHERE ticket_review.ticket = ticket.ticket ORDER BY number DESC LIMIT 1),
       take_by, taken_on, answers ->> ?1,
       (SELECT min(asked_on) FROM ticket_audit WHERE ticket_audit.ticket = ticket.ticket),
       due_on, delivered_on, waiting_since, escalated_on,
       (SELECT min(asked_on) FROM ticket_help WHERE ticket_help.ticket = ticket.ticket AND answered_on IS NULL),
       answers,
       (SELECT min(day) FROM ticket_record AS r WHERE r.ticket = ticket.ticket AND r.kind = ?2 AND r.struck IS NULL),
       (SELECT min(day) FROM ticket_record AS r WHERE r.ticket = ticket.ticket AND r.kind = ?3 AND r.struck IS NULL),
       (SELECT i.state FROM ticket_item AS i WHERE i.ticket = ticket.ticket AND i.item = ?4)
FROM ticket
