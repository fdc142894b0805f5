SELECT staff_no FROM arrival WHERE state = 'open'
UNION
SELECT staff_no FROM membership WHERE arrived_on BETWEEN ?1 AND ?2
UNION
SELECT staff_no FROM stay_paper WHERE kind = 'letter' AND signed_on BETWEEN ?1 AND ?2
UNION
SELECT staff_no FROM replacement WHERE approval IS NULL AND withdrawn_at IS NULL
ORDER BY staff_no
