SELECT document.document, about_kind || '/' || about_key, category, document.kind, secrecy, valid_until, filed_on, filed_by,
       text_number, text, versions, document.file, changed_at, out_by, place IS NOT NULL, voided,
       (SELECT attachment.size FROM attachment WHERE attachment.digest = document.file),
       (SELECT name FROM document_version AS last
        WHERE last.document = document.document AND last.number = document.versions),
       (SELECT due_on FROM document_loan AS loan WHERE loan.document = document.document AND returned_on IS NULL),
       CASE about_kind
           WHEN 'ticket' THEN (SELECT title FROM ticket WHERE ticket.ticket = about_key)
           WHEN 'opportunity' THEN (SELECT title FROM opportunity WHERE opportunity.opportunity = about_key)
           WHEN 'customer' THEN (SELECT customer.name FROM customer WHERE customer.customer = about_key)
       END,
       document.approval
FROM document
