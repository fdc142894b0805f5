INSERT OR REPLACE INTO certification_evidence (staff_no, number, line, evidence, text, paper, account, recorded_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
