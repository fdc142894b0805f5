SELECT f.unit, f.day, f.title,
    concat_ws(char(10), f.form, f.customer,
        (SELECT group_concat(j.value, char(10)) FROM json_tree(f.answers) j WHERE j.type = 'text'),
        (SELECT group_concat(j.value, char(10)) FROM form_step s, json_tree(s.answers) j
            WHERE s.form = f.form AND j.type = 'text'),
        (SELECT group_concat(a.name, char(10)) FROM form_file a WHERE a.form = f.form AND a.struck IS NULL)),
    f.words,
    json_array(f.version)
FROM form f
WHERE f.form = ?1
