-- What documents offer, and what pacts use of them: worked out once per content or pair of contents, so that a question
-- about fields reads rows and no documents.

create table document_surface (
    workspace_id integer     not null,
    document_id  bigint      not null,
    algorithm    integer     not null,
    truncated    boolean     not null,
    created_at   timestamptz not null default clock_timestamp(),
    constraint document_surface_pk primary key (document_id),
    constraint document_surface_fk_document foreign key (document_id) references openapi_document (id) on delete cascade
);
comment on table document_surface is 'Says that the operations of a document are in document_operation, by which version of the algorithm.';

create table document_operation (
    workspace_id integer not null,
    document_id  bigint  not null,
    ordinal      integer not null,
    operation    text    not null,
    deprecations integer not null,
    elements     text    not null,
    constraint document_operation_pk primary key (document_id, ordinal),
    constraint document_operation_fk_surface foreign key (document_id) references document_surface (document_id) on delete cascade
);
comment on table document_operation is 'An operation of a document in the order of the document; elements = JSON array of the operation itself, its parameters and fields.';
comment on column document_operation.deprecations is 'How many of the elements are deprecated or have a sunset.';

create table document_use (
    workspace_id    integer     not null,
    document_id     bigint      not null,
    pact_version_id bigint      not null,
    algorithm       integer     not null,
    uses            text        not null,
    created_at      timestamptz not null default clock_timestamp(),
    constraint document_use_pk primary key (document_id, pact_version_id),
    constraint document_use_fk_document foreign key (document_id) references openapi_document (id) on delete cascade,
    constraint document_use_fk_pact_version foreign key (pact_version_id) references pact_version (id) on delete cascade
);
create index document_use_ix_pact_version on document_use (pact_version_id);
comment on table document_use is 'What a pact content uses of a document: JSON array of interactions with the operation that they reach and the keys of its elements.';
