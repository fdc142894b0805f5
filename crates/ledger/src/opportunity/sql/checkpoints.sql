SELECT record.opportunity, record.answers
FROM opportunity_record AS record JOIN opportunity USING (opportunity)
WHERE record.kind = ?1 AND record.struck IS NULL AND opportunity.outcome IS NULL
ORDER BY record.opportunity, record.number
