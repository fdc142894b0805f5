INSERT INTO revision (quarter, revision, state, figures, prepared_by, prepared_at)
VALUES (?1, ?2, 'prepared', ?3, ?4, ?5)
ON CONFLICT (quarter, revision) DO UPDATE SET
    state = 'prepared', figures = excluded.figures,
    prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at,
    reviewed_by = NULL, reviewed_at = NULL
