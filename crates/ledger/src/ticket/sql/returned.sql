SELECT i.ticket, i.incident, i.staff_no, i.until_day, i.returned_on
FROM ticket_incident AS i JOIN ticket AS t USING (ticket)
WHERE t.unit = ?1 AND i.returned_on BETWEEN ?2 AND ?3
