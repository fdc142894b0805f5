SELECT
    staff_no, number, level, standard, opened_on, opened_by, decided, decided_by, decided_at, withdrawn, entry_hash, origin
FROM certification_case
WHERE ?1 IS NULL OR staff_no = ?1
ORDER BY staff_no, number
