-- Which pact contents a document was compared with, and who published it: the provider's side of a matrix of one version.
create index compatibility_ix_document on compatibility (document_id, pact_version_id);
create index provider_contract_ix_document on provider_contract (document_id) where current;
