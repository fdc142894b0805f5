SELECT ticket, type_unit, type_code, type_version, title, requester, urgency, complexity, state, received_on,
       asked_for, agreed_on, due_on, assigned_on, first, second, delivered_on, accepted_on, answers, steps,
       rating, closed_on, result, words, text, review_by, take_by, taken_on, confirmed_on, escalated_on,
       agreed_at, engaged_first, engaged_second
FROM ticket
WHERE ticket = ?1
