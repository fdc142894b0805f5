-- Agreed: the new day stands beside the one asked for.
UPDATE ticket
SET agreed_on = coalesce(?2, agreed_on), agreed_at = CASE WHEN ?2 IS NULL THEN agreed_at ELSE ?4 END,
    due_on = coalesce(?2, due_on), words = ?3
WHERE ticket = ?1
