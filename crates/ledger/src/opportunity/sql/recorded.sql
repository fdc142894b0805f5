INSERT OR REPLACE INTO opportunity_record VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)
