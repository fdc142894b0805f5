-- Engineers on duty in a unit that day: how many tickets in these states (?3, a list) each answers for, and when they last had
-- their turn.
SELECT membership.staff_no,
       (SELECT count(*) FROM ticket
        WHERE (first = membership.staff_no OR second = membership.staff_no)
          AND state IN (SELECT value FROM json_each(?3))),
       ticket_turn.at
FROM membership
LEFT JOIN ticket_turn ON ticket_turn.unit = membership.unit AND ticket_turn.staff_no = membership.staff_no
WHERE membership.unit = ?1 AND arrived_on <= ?2 AND (left_on IS NULL OR left_on >= ?2)
ORDER BY membership.staff_no
