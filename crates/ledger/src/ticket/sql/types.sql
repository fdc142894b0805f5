-- The version in force of every type of a unit and of all units.
SELECT unit, code, version, body
FROM ticket_type AS this
WHERE unit IN ('', ?1)
  AND retired = 0
  AND version = (SELECT max(version) FROM ticket_type AS other WHERE other.unit = this.unit AND other.code = this.code)
ORDER BY unit, code
