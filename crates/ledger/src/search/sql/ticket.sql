SELECT t.unit, t.received_on, t.title,
    concat_ws(char(10), t.ticket, coalesce(c.name, t.customer), t.result,
        (SELECT group_concat(j.value, char(10)) FROM json_tree(t.answers) j WHERE j.type = 'text'),
        (SELECT group_concat(j.value, char(10)) FROM ticket_record r, json_tree(r.answers) j
            WHERE r.ticket = t.ticket AND r.struck IS NULL AND j.type = 'text')),
    t.words,
    (SELECT json_group_array(r.number) FROM ticket_record r WHERE r.ticket = t.ticket AND r.struck IS NULL)
FROM ticket t
LEFT JOIN ticket_link l ON l.ticket = t.ticket
LEFT JOIN opportunity o ON o.opportunity = l.opportunity
LEFT JOIN customer c ON c.customer = coalesce(o.customer, l.customer)
WHERE t.ticket = ?1
