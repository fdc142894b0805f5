SELECT about_kind || '/' || about_key, category, kind, secrecy, valid_until, filed_on, text_number, text, versions, file,
       out_by, place_number, place, voided, words,
       (SELECT number FROM approval WHERE approval.document = document.document AND state = 'running')
FROM document
WHERE document = ?1
