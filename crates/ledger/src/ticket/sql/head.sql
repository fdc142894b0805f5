SELECT customer, contact, channel, copies, copies_text FROM ticket WHERE ticket = ?1
