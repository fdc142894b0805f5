INSERT INTO opportunity_record (opportunity, number, kind, day, answers, text, file, account)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (opportunity, number) DO UPDATE
SET day = excluded.day, answers = excluded.answers, text = excluded.text, file = excluded.file, updated_by = excluded.account
