INSERT OR REPLACE INTO attendance_application
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'open', NULL, NULL, NULL, 0, NULL, NULL)
