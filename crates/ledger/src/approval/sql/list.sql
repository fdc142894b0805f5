SELECT approval.document, approval.number, approval.version, approval.file, document.text_number, document.text,
       approval.state, approval.stage, approval.stages, approval.submitter, approval.submitted_at, approval.changed_at,
       (SELECT json_group_array(account) FROM (SELECT account FROM approval_waiting AS w
        WHERE w.document = approval.document AND w.number = approval.number ORDER BY w.seat)),
       (SELECT min(since) FROM approval_waiting AS w
        WHERE w.document = approval.document AND w.number = approval.number),
       approval.reminded_on
FROM approval
JOIN document ON document.document = approval.document
