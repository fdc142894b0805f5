SELECT DISTINCT subject FROM personal WHERE subject IN (
    SELECT 'attendance/' || number || '/' || staff_no FROM attendance_correction WHERE staff_no = ?1
    UNION SELECT 'attendance/' || number || '/' || staff_no FROM attendance_application WHERE staff_no = ?1
    UNION SELECT 'attendance-decision/' || number || '/' || staff_no FROM attendance_application WHERE staff_no = ?1
)
ORDER BY subject
