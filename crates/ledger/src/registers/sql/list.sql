SELECT form, type_unit, type_code, type_version, title, day, customer, engineer, ticket, due_on, state, next_step,
       verdict, answers, text, version, registered_by, customer_no, opportunity
FROM form
