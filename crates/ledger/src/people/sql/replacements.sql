SELECT
    staff_no, number, unit, arrived_on, evidence, reason, requested_by, requested_at, approval, approved_by, dispatch,
    successor, answered_on, withdrawn_at, withdrawn_reason
FROM replacement
WHERE staff_no IN (SELECT value FROM json_each(?1))
ORDER BY staff_no, number
