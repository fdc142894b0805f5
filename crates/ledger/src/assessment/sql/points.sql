SELECT gather(staff_no, score) FROM assessment WHERE month = ?1 AND unit = ?2
