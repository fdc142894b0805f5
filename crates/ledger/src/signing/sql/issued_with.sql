SELECT report_no, min(issued_at)
FROM report_issued AS report
WHERE EXISTS (
    SELECT 1
    FROM assessment
    WHERE staff_no = ?1
      AND substr(month, 1, 4) || 'Q' || ((CAST(substr(month, 6, 2) AS INTEGER) + 2) / 3) = report.quarter
      AND (report.unit IS NULL OR assessment.unit = report.unit)
)
GROUP BY report_no
ORDER BY 2, 1
