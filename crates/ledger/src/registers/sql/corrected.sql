UPDATE form
SET title = ?2, day = ?3, customer = ?4, engineer = ?5, ticket = ?6, answers = ?7, text = ?8, version = ?9,
    next_step = ?10, due_on = ?11, state = ?12, words = ?13, customer_no = ?14, opportunity = ?15
WHERE form = ?1
