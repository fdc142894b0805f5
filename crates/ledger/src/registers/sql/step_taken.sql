UPDATE form
SET next_step = ?2, due_on = ?3, state = ?4, words = ?5, verdict = coalesce(?6, verdict)
WHERE form = ?1
