SELECT form, type_unit, type_code, type_version, title, day, customer, customer_no, state, answers FROM form
