SELECT staff_no, post FROM engineer
WHERE post IS NOT NULL AND staff_no IN (SELECT value FROM json_each(?1))
