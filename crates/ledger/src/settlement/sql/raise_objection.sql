INSERT INTO objection (unit, quarter, number, raised_by, staff_no, text, raised_at, state)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open')
