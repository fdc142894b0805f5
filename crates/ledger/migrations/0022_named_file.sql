-- Every file that a record names, whatever it is: each has a row among the attachments. The columns of some records hold other
-- words as well; a digest has 64 letters.
CREATE VIEW named_file AS
SELECT digest FROM (
    SELECT attachment AS digest FROM exemption
    UNION SELECT evidence FROM confirmation
    UNION SELECT file FROM acceptance
    UNION SELECT scan FROM stay_paper
    UNION SELECT evidence FROM replacement
    UNION SELECT paper FROM certification_evidence
    UNION SELECT evidence FROM attendance_application
    UNION SELECT paper FROM conduct
    UNION SELECT file FROM ticket_record
    UNION SELECT file FROM ticket_audit
    UNION SELECT file FROM ticket_help
    UNION SELECT file FROM ticket_settlement
    UNION SELECT digest FROM ticket_file
    UNION SELECT file FROM opportunity_record
    UNION SELECT evidence FROM opportunity_approval
    UNION SELECT file FROM form_file
    UNION SELECT file FROM document_version
)
WHERE length(digest) = 64;
