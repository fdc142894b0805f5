SELECT j.value, CAST(j.key AS TEXT)
FROM json_each(?1) s
JOIN personal p ON p.subject = s.value AND p.current = 1
JOIN json_tree(p.fields) j ON j.type = 'text'
