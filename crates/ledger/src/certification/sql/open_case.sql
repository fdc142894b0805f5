INSERT OR REPLACE INTO certification_case (staff_no, number, level, standard, opened_on, opened_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
