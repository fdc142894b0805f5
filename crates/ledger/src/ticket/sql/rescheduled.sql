UPDATE ticket SET agreed_on = ?2, due_on = ?2, agreed_at = ?4, words = ?3 WHERE ticket = ?1
