SELECT opportunity, due
FROM opportunity_checkpoint JOIN opportunity USING (opportunity)
WHERE due <= ?1 AND opportunity.outcome IS NULL AND opportunity.voided IS NULL
ORDER BY opportunity, number
