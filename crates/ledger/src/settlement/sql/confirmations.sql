SELECT unit, party, on_behalf, evidence, figures, score, account, confirmed_at
FROM confirmation
WHERE quarter = ?1
ORDER BY unit, party
