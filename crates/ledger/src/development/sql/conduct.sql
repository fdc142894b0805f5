SELECT number, award, violation, day, text, paper, account, decided, withdrawn
FROM conduct WHERE staff_no = ?1 ORDER BY number
