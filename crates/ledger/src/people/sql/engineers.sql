SELECT staff_no, post, personal
FROM engineer
WHERE staff_no IN (SELECT value FROM json_each(?1))
