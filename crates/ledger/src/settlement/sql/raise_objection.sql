INSERT INTO objection
    (unit, quarter, number, raised_by, staff_no, text, raised_at, account, on_behalf, received_on, slip, state)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'open')
