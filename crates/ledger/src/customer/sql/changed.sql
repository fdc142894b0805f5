UPDATE customer SET name = ?2, sector = ?3, grade = ?4, text = ?5, spelling = ?6 WHERE customer = ?1
