SELECT ticket, type_unit, type_code, title, customer, urgency, state, received_on, due_on, first, second
FROM ticket
