UPDATE opportunity
SET outcome = NULL, concluded_on = NULL, deal = NULL, end_number = NULL, end_text = NULL, voided = NULL, void_number = NULL,
    void_text = NULL, handed_over_on = NULL, words = ?2
WHERE opportunity = ?1
