INSERT INTO arrival (staff_no, number, unit, expected_on, announced_at, state)
VALUES (?1, ?2, ?3, ?4, ?5, 'open')
ON CONFLICT (staff_no, number) DO UPDATE SET expected_on = excluded.expected_on
