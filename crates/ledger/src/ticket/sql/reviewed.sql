INSERT OR REPLACE INTO ticket_review
SELECT ?1, ?2, ?3, ?4, review_by FROM ticket WHERE ticket = ?1
