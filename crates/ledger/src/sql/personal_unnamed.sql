SELECT subject FROM personal_named AS n
WHERE NOT EXISTS (SELECT 1 FROM personal AS p WHERE p.subject = n.subject AND p.digest = n.digest)
UNION
SELECT subject FROM personal AS p
WHERE NOT EXISTS (SELECT 1 FROM personal_named AS n WHERE n.subject = p.subject AND n.digest = p.digest)
