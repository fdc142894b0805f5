INSERT INTO credential (account, phc, failed, last_failed) VALUES (?1, ?2, 0, NULL)
ON CONFLICT (account) DO UPDATE SET phc = excluded.phc, failed = 0, last_failed = NULL
