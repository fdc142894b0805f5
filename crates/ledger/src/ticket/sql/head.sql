SELECT customer, contact, channel FROM ticket WHERE ticket = ?1
