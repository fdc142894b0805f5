UPDATE opportunity
SET title = ?2, customer = ?3, class = ?4, source = ?5, finder = ?6, amount = ?7, expected_on = ?8, engineer = ?9, people = ?10,
    found_on = ?11, since = ?12
WHERE opportunity = ?1
