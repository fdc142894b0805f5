INSERT INTO engineer (staff_no, post, personal) VALUES (?1, ?2, ?3)
ON CONFLICT (staff_no) DO UPDATE SET
    post = coalesce(excluded.post, post),
    personal = coalesce(excluded.personal, personal)
