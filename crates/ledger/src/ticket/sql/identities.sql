SELECT type_unit, type_code, title, customer, received_on FROM ticket WHERE unit = ?1
