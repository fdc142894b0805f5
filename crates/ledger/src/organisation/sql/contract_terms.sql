SELECT quarter, no, client, provider, valid_from, valid_to, amount, tax_rate
FROM contract_term
