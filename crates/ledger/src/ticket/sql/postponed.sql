-- Agreed: the new day stands beside the one asked for, and there is nothing left to act on for the manager.
UPDATE ticket
SET agreed_on = coalesce(?2, agreed_on), due_on = coalesce(?2, due_on),
    escalated_on = CASE WHEN ?2 IS NULL THEN escalated_on END, words = ?3
WHERE ticket = ?1
