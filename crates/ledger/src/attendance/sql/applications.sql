SELECT staff_no, number, unit, body, late, reason, account, applied_at, state,
    decided_by, decided_at, decision, on_behalf, document, evidence
FROM attendance_application
WHERE unit = ?1 AND first_day <= ?3 AND last_day >= ?2
ORDER BY first_day, staff_no, number
