SELECT EXISTS (SELECT 1 FROM opportunity WHERE opportunity = ?1 AND registered_by = ?2)
