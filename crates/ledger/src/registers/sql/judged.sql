-- Complaints about engineers that were judged and not voided, with the unit in which each served on the day.
SELECT form, engineer, day, verdict, title,
    coalesce((SELECT max(step.day) FROM form_step AS step WHERE step.form = form.form AND step.outcome = form.verdict), day),
    ticket,
    (SELECT unit FROM membership AS stay
        WHERE stay.staff_no = form.engineer AND stay.arrived_on <= form.day AND coalesce(stay.left_on, '9999') >= form.day
        ORDER BY stay.arrived_on DESC LIMIT 1)
FROM form
WHERE register = 'complaint'
  AND verdict IS NOT NULL
  AND state <> 'void'
  AND engineer IS NOT NULL
  AND day BETWEEN ?1 AND ?2
ORDER BY engineer, day, form
