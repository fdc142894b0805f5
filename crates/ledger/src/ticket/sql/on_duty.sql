SELECT staff_no FROM membership WHERE unit = ?1 AND arrived_on <= ?2 AND (left_on IS NULL OR left_on >= ?2)
