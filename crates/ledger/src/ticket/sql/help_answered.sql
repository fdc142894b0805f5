UPDATE ticket_help SET answered_on = ?3, solved = ?4, told_on = ?5 WHERE ticket = ?1 AND help = ?2
