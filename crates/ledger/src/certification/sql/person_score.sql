SELECT score FROM assessment WHERE month = ?1 AND unit = ?2 AND staff_no = ?3
