SELECT r.quarter
FROM revision r
WHERE r.state IN ('final', 'closed')
  AND r.revision = (SELECT max(n.revision) FROM revision n WHERE n.quarter = r.quarter)
