-- Complaints about engineers that were judged and not voided.
SELECT form, engineer, day, verdict, title,
    coalesce((SELECT max(step.day) FROM form_step AS step WHERE step.form = form.form AND step.outcome = form.verdict), day)
FROM form
WHERE register = 'complaint'
  AND verdict IS NOT NULL
  AND state <> 'void'
  AND engineer IS NOT NULL
  AND day BETWEEN ?1 AND ?2
ORDER BY engineer, day, form
