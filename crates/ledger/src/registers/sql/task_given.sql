INSERT OR REPLACE INTO form_task (
    form, task, unit, engineer, until_day, state, number, words, who_number, who_words
) VALUES (?1, ?2, ?3, ?4, ?5, 'open', ?6, ?7, ?6, ?7)
