-- A published content may hold members that every answer adds itself. They are kept beside the text, so that the text
-- can be given out without being parsed.
alter table pact_content add column overwritten text;
comment on column pact_content.overwritten is 'The members createdAt and _links of the published content, as the text of a JSON object; null when it had none.';
