SELECT about_kind || '/' || about_key, category, kind, secrecy, valid_until, filed_on, text_number, text, versions, file,
       out_by, place_number, place, voided, words
FROM document
WHERE document = ?1
