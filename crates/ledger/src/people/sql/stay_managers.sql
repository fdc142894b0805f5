SELECT staff_no, arrived_on, account, name
FROM stay_manager
WHERE staff_no IN (SELECT value FROM json_each(?1))
