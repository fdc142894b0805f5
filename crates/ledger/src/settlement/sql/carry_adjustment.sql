INSERT INTO adjustment (from_quarter, to_quarter, amount, reason, account, carried_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
