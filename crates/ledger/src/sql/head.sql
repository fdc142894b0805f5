SELECT seq, hash, recorded_at FROM entry WHERE origin = ?1 ORDER BY seq DESC LIMIT 1
