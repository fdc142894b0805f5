-- Delivery is counted from the first time; the last day that follows from the type stands as the one asked for; whoever
-- is new has to take it anew; the last two who were named together stay known.
UPDATE ticket
SET first = ?2, second = ?3, assigned_on = coalesce(assigned_on, ?4), take_by = ?5, asked_for = coalesce(asked_for, ?6),
    due_on = ?6, taken_on = CASE ?7 WHEN 'assigned' THEN NULL ELSE taken_on END, state = ?7, words = ?8,
    engaged_first = CASE WHEN ?3 IS NULL THEN engaged_first ELSE ?2 END, engaged_second = coalesce(?3, engaged_second)
WHERE ticket = ?1
