INSERT INTO entry (origin, seq, hash, recorded_at, account, kind, record)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
