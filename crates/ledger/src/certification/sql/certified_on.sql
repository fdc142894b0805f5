SELECT staff_no, min(valid_from) FROM certified_level
WHERE staff_no IN (SELECT value FROM json_each(?1))
GROUP BY staff_no
