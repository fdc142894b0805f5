INSERT INTO replacement (
    staff_no, number, unit, arrived_on, evidence, reason, requested_by, requested_at
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
