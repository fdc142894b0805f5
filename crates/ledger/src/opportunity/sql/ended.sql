UPDATE opportunity
SET outcome = ?2, concluded_on = ?3, deal = ?4, words = ?5, end_number = ?5, end_text = ?6
WHERE opportunity = ?1
