-- The latest result of a content, whatever the provider version; deletions of versions and contents that cascade.
create index verification_ix_content_latest on verification (pact_version_id, id desc);
create index provider_contract_ix_version on provider_contract (version_id);
