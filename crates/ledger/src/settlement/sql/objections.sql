SELECT unit, number, raised_by, staff_no, text, raised_at, state, accepted, answer, answered_at, upheld, decision, decided_at,
    account, on_behalf, received_on, slip, rejection_accepted_at
FROM objection
WHERE quarter = ?1
ORDER BY unit, number
