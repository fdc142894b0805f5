SELECT ticket, type_unit, type_code, title, customer, urgency, state, received_on, due_on, delivered_on,
       waiting_since, first, second
FROM ticket
