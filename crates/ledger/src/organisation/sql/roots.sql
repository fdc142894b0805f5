SELECT fingerprint, not_before, not_after, key, holder
FROM trusted_root
ORDER BY trusted_at, fingerprint
