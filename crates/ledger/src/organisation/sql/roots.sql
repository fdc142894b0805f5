SELECT fingerprint, subject, not_before, not_after, pem
FROM trusted_root
ORDER BY trusted_at, fingerprint
