SELECT staff_no, number, unit, body, late, reason, account, applied_at, state,
    decided_by, decided_at, decision, on_behalf, document, evidence
FROM attendance_application
WHERE staff_no = ?1
ORDER BY number
