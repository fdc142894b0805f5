UPDATE document
SET category = ?2, kind = ?3, secrecy = ?4, valid_until = ?5, text_number = ?6, text = ?7
WHERE document = ?1
