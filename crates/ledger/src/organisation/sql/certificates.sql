SELECT party, fingerprint, not_before, not_after, key, holder
FROM party_certificate
ORDER BY party, registered_at, fingerprint
