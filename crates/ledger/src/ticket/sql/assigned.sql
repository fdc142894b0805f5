-- The last day that follows from the type stands as the one asked for.
UPDATE ticket
SET first = ?2, second = ?3, assigned_on = ?4, take_by = ?5, asked_for = coalesce(asked_for, ?6), due_on = ?6,
    state = ?7, words = ?8
WHERE ticket = ?1
