-- Lists of tickets are read in their order, so that a page of them is found without looking at all: one index for each way
-- of sorting, as `ticket/list.rs` writes it. Those without a last day come last both ways, hence two for it.

CREATE INDEX ticket_number ON ticket (month, unit, serial);
CREATE INDEX ticket_received ON ticket (received_on, month, unit, serial);
CREATE INDEX ticket_due_first ON ticket (due_on IS NULL, due_on, month, unit, serial);
CREATE INDEX ticket_due_last ON ticket (due_on IS NULL, due_on DESC, month DESC, unit DESC, serial DESC);
CREATE INDEX ticket_urgency ON ticket (
    CASE urgency WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END, month, unit, serial
);

-- Whom a ticket's second engineer is, beside the first, who has an index of his own.
CREATE INDEX ticket_second ON ticket (second);
