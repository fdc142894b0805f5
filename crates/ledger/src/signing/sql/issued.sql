SELECT file, report_no, revision, check_code
FROM report_issued
WHERE quarter = ?1
ORDER BY issued_at, file
