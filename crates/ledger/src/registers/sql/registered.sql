INSERT OR REPLACE INTO form (
    form, unit, register, month, serial, type_unit, type_code, type_version, title, day, customer, engineer,
    ticket, answers, text, version, next_step, due_on, state, words, registered_by, registered_at,
    customer_no, opportunity
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
    ?13, ?14, ?15, 1, ?16, ?17, ?18, 0, ?19, ?20, ?21, ?22
)
