SELECT DISTINCT subject
FROM personal
WHERE substr(subject, 1, length(?1)) = ?1 AND substr(subject, -length(?2)) = ?2
ORDER BY subject
