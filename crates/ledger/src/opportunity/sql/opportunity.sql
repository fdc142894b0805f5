SELECT title, customer, class, source, finder, amount, expected_on, engineer, people, found_on, stage, since, answers, text,
       outcome, concluded_on, deal, handed_over_on, words, voided IS NOT NULL
FROM opportunity
WHERE opportunity = ?1
