UPDATE opportunity SET voided = ?2, void_number = ?3, void_text = ?4, words = ?3 WHERE opportunity = ?1
