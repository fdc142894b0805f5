SELECT r.settlement, r.revision, r.state, r.quarter
FROM revision r
WHERE r.settlement IS NOT NULL
  AND r.revision = (SELECT max(n.revision) FROM revision n WHERE n.quarter = r.quarter AND n.settlement IS NOT NULL)
ORDER BY r.quarter
