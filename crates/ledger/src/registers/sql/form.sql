SELECT type_unit, type_code, type_version, title, day, customer, engineer, ticket, answers, text, version, next_step,
       due_on, state, words, registered_by, customer_no, opportunity
FROM form
WHERE form = ?1
