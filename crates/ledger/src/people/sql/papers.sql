SELECT staff_no, arrived_on, kind, number, signed_on, scan, on_behalf, correction, account, filed_at
FROM stay_paper
WHERE staff_no IN (SELECT value FROM json_each(?1))
