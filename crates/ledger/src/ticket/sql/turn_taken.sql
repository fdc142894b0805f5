INSERT OR REPLACE INTO ticket_turn SELECT unit, ?2, ?3 FROM ticket WHERE ticket = ?1 AND first IS NOT ?2
