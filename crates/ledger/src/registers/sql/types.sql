-- The latest version of every type of a unit and of all units, those out of use too.
SELECT unit, code, version, body, retired
FROM form_type AS this
WHERE unit IN ('', ?1)
  AND version = (SELECT max(version) FROM form_type AS other WHERE other.unit = this.unit AND other.code = this.code)
ORDER BY unit, code
