SELECT form_task.form, task, form_task.unit, form_task.engineer, until_day, form_task.state, ended_on, number,
       form_task.words, who_number, who_words, end_number, end_words, form.title, form.register
FROM form_task JOIN form ON form.form = form_task.form
