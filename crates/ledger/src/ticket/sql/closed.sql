UPDATE ticket SET closed_on = ?2, result = ?3, state = ?4, words = ?5 WHERE ticket = ?1
