SELECT party, fingerprint, subject, not_before, not_after, pem
FROM party_certificate
ORDER BY party, registered_at, fingerprint
