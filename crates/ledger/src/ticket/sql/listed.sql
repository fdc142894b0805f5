SELECT ticket, type_unit, type_code, type_version, title, customer, requester, contact, channel, urgency, complexity,
       received_on, asked_for, answers, state, first, second, closed_on, due_on, delivered_on, text, waiting_since
FROM ticket
