UPDATE ticket SET agreed_on = ?2, due_on = ?2, escalated_on = NULL, words = ?3 WHERE ticket = ?1
