SELECT customer, contact, channel, review_by, take_by, taken_on, confirmed_on, registered_by
FROM ticket
WHERE ticket = ?1
