SELECT number, day, contract_no, signed_on, text FROM opportunity_handover WHERE opportunity = ?1
