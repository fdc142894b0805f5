SELECT record, hash FROM entry WHERE hash = ?1
