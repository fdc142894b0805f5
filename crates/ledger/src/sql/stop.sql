INSERT INTO stopped (origin, seq, kind, version) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (origin) DO NOTHING
