SELECT d.unit, d.filed_on, coalesce(json_extract(t.fields, '$.title'), d.document),
    concat_ws(char(10), d.document, json_extract(t.fields, '$.tags'), json_extract(t.fields, '$.note'),
        json_extract(n.fields, '$.name')),
    0,
    json_array()
FROM document d
JOIN document_version v ON v.document = d.document AND v.number = d.versions
LEFT JOIN personal t ON t.subject = 'document/text/' || d.text_number || '/' || d.document AND t.digest = d.text
LEFT JOIN personal n ON n.subject = 'document/version/' || v.number || '/' || d.document AND n.digest = v.name
WHERE d.document = ?1
