SELECT number, about, record, day, approved, basis, evidence, text, account
FROM opportunity_approval
WHERE opportunity = ?1
ORDER BY number
