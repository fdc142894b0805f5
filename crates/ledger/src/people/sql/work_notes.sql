SELECT number, unit, noted_on, text, account, struck, shows
FROM work_note
WHERE staff_no = ?1
ORDER BY number
