INSERT INTO document (
    document, unit, stage, month, serial, about_kind, about_key, category, kind, secrecy, valid_until, filed_on, filed_by,
    text_number, text, versions, file, changed_at, voided, words
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1, ?14, 1, ?15, ?16, 0, 0)
