SELECT number, level, grade, person, left_on FROM contact WHERE customer = ?1 ORDER BY number
