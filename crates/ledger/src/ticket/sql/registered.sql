INSERT INTO ticket (
    ticket, unit, month, serial, type_unit, type_code, type_version, title, customer, requester, contact,
    channel, urgency, complexity, received_on, asked_for, due_on, state, steps, answers, words, registered_by,
    registered_at
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
    ?12, ?13, ?14, ?15, ?16, ?16, ?17, 0, '{}', 0, ?18,
    ?19
)
