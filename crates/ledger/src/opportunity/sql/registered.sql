INSERT INTO opportunity (
    opportunity, unit, month, serial, title, customer, class, source, finder, amount, expected_on, engineer, people, found_on,
    stage, since, answers, words, registered_by, registered_at
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,
    ?15, ?14, '{}', 0, ?16, ?17
)
