SELECT record, hash FROM entry WHERE origin = ?1 AND seq >= ?2 ORDER BY seq LIMIT ?3
