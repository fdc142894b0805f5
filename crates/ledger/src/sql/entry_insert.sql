INSERT INTO entry (origin, seq, prev, hash, recorded_at, account, kind, version, record)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
