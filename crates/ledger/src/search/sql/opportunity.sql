SELECT o.unit, o.found_on, o.title,
    concat_ws(char(10), o.opportunity, c.name,
        (SELECT group_concat(j.value, char(10)) FROM json_tree(o.answers) j WHERE j.type = 'text'),
        (SELECT group_concat(j.value, char(10)) FROM opportunity_record r, json_tree(r.answers) j
            WHERE r.opportunity = o.opportunity AND r.struck IS NULL AND j.type = 'text')),
    o.words,
    (SELECT json_group_array(r.number) FROM opportunity_record r
        WHERE r.opportunity = o.opportunity AND r.struck IS NULL)
FROM opportunity o
LEFT JOIN customer c ON c.customer = o.customer
WHERE o.opportunity = ?1
