INSERT OR REPLACE INTO conduct (staff_no, number, award, day, text, paper, account)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
