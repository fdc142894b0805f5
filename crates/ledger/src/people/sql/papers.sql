SELECT arrived_on, kind, number, signed_on, scan, on_behalf, correction, account, filed_at
FROM stay_paper
WHERE staff_no = ?1
