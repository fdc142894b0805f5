SELECT line, evidence, text, paper, account, recorded_at, struck
FROM certification_evidence
WHERE staff_no = ?1 AND number = ?2
ORDER BY line
