SELECT DISTINCT subject
FROM personal
WHERE subject >= ?1 AND subject < ?1 || char(1114111) AND substr(subject, -length(?2)) = ?2
ORDER BY subject
