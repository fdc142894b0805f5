-- Which engineer an account is (ORG-13). An engineer who moves on gets another account; the closed one keeps its number.

CREATE TABLE account_engineer (
    account  TEXT PRIMARY KEY,
    staff_no TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whose a ticket is, beside its first and second, who have indexes of their own.
CREATE INDEX ticket_requester ON ticket (requester);
CREATE INDEX ticket_incident_hand ON ticket_incident (staff_no);
CREATE INDEX ticket_third_hand ON ticket_third (staff_no);
