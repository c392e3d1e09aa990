-- Which provider branches have verified a content, and since when: what pending and work in progress ask. Without it
-- each question would search all results of a content, which for a stable content are as many as the provider's builds.

create table verification_branch (
    workspace_id        integer     not null,
    pact_version_id     bigint      not null,
    branch_id           bigint      not null,
    wip                 boolean     not null,
    first_successful_at timestamptz not null,
    constraint verification_branch_pk primary key (pact_version_id, branch_id, wip),
    constraint verification_branch_fk_pact_version foreign key (pact_version_id) references pact_version (id) on delete cascade,
    constraint verification_branch_fk_branch foreign key (branch_id) references branch (id) on delete cascade
);
create index verification_branch_ix_first on verification_branch (pact_version_id, first_successful_at) include (branch_id, wip);
create index verification_branch_ix_branch on verification_branch (branch_id);
comment on table verification_branch is 'Summary of verification and branch_version, kept by their triggers: the first successful result of a content by a version that is on the branch now. wip tells results of work in progress from others.';

-- results of a content in the order of time: the first on a branch, and those of a window
create index verification_ix_content_time on verification (pact_version_id, created_at) include (provider_version_id, wip) where success;
-- the newest result of a content
create index verification_ix_content on verification (pact_version_id, id desc);
-- the first version of a branch and the first use of a tag decide what happened before the branch or tag existed
create index branch_version_ix_first on branch_version (branch_id, created_at);
create index tag_ix_first on tag (pacticipant_id, name, created_at);
create index released_version_ix_pacticipant on released_version (pacticipant_id, environment_id) where support_ended_at is null;

-- Rows are compared before they are written: a conflict would lock the row and let parallel results wait for each other.
create function verification_branch_after_result() returns trigger language plpgsql as $$
begin
    insert into verification_branch as s (workspace_id, pact_version_id, branch_id, wip, first_successful_at)
    select a.workspace_id, a.pact_version_id, bv.branch_id, a.wip, min(a.created_at)
      from added a
      join branch_version bv on bv.version_id = a.provider_version_id
     where a.success
       and not exists (select 1
                         from verification_branch e
                        where e.pact_version_id = a.pact_version_id
                          and e.branch_id = bv.branch_id
                          and e.wip = a.wip
                          and e.first_successful_at <= a.created_at)
     group by a.workspace_id, a.pact_version_id, bv.branch_id, a.wip
     order by a.pact_version_id, bv.branch_id, a.wip
        on conflict on constraint verification_branch_pk do update
       set first_successful_at = least(s.first_successful_at, excluded.first_successful_at);
    return null;
end $$;

create function verification_branch_after_branching() returns trigger language plpgsql as $$
begin
    insert into verification_branch as s (workspace_id, pact_version_id, branch_id, wip, first_successful_at)
    select v.workspace_id, v.pact_version_id, a.branch_id, v.wip, min(v.created_at)
      from added a
      join verification v on v.provider_version_id = a.version_id
     where v.success
       and not exists (select 1
                         from verification_branch e
                        where e.pact_version_id = v.pact_version_id
                          and e.branch_id = a.branch_id
                          and e.wip = v.wip
                          and e.first_successful_at <= v.created_at)
     group by v.workspace_id, v.pact_version_id, a.branch_id, v.wip
     order by v.pact_version_id, a.branch_id, v.wip
        on conflict on constraint verification_branch_pk do update
       set first_successful_at = least(s.first_successful_at, excluded.first_successful_at);
    return null;
end $$;

-- Works out one row anew. Contents and branches that are being deleted themselves get none.
create function verification_branch_refresh(content_id bigint, on_branch_id bigint, in_progress boolean) returns void language sql as $$
    delete from verification_branch
     where pact_version_id = content_id
       and branch_id = on_branch_id
       and wip = in_progress;
    insert into verification_branch (workspace_id, pact_version_id, branch_id, wip, first_successful_at)
    select p.workspace_id, p.id, b.id, in_progress, f.created_at
      from pact_version p
     cross join branch b
     cross join lateral (select v.created_at
                           from verification v
                           join branch_version bv on bv.version_id = v.provider_version_id and bv.branch_id = b.id
                          where v.pact_version_id = p.id
                            and v.success
                            and v.wip = in_progress
                          order by v.created_at
                          limit 1) f
     where p.id = content_id
       and b.id = on_branch_id
        on conflict on constraint verification_branch_pk do nothing;
$$;

-- Only a result that was the first can change a summary; it is recognised by its time, because the memberships of its
-- version may be gone already when a whole version is deleted.
create function verification_branch_after_removed_result() returns trigger language plpgsql as $$
begin
    perform verification_branch_refresh(k.pact_version_id, k.branch_id, k.wip)
       from (select distinct s.pact_version_id, s.branch_id, s.wip
               from removed r
               join verification_branch s on s.pact_version_id = r.pact_version_id
                                         and s.first_successful_at = r.created_at
                                         and s.wip = r.wip
              where r.success) k;
    return null;
end $$;

create function verification_branch_after_removed_branching() returns trigger language plpgsql as $$
begin
    perform verification_branch_refresh(k.pact_version_id, k.branch_id, k.wip)
       from (select distinct s.pact_version_id, s.branch_id, s.wip
               from removed r
               join verification v on v.provider_version_id = r.version_id
               join verification_branch s on s.pact_version_id = v.pact_version_id
                                         and s.branch_id = r.branch_id
                                         and s.wip = v.wip
                                         and s.first_successful_at = v.created_at
              where v.success) k;
    return null;
end $$;

create trigger verification_added after insert on verification
    referencing new table as added for each statement execute function verification_branch_after_result();
create trigger verification_removed after delete on verification
    referencing old table as removed for each statement execute function verification_branch_after_removed_result();
create trigger branch_version_added after insert on branch_version
    referencing new table as added for each statement execute function verification_branch_after_branching();
create trigger branch_version_removed after delete on branch_version
    referencing old table as removed for each statement execute function verification_branch_after_removed_branching();

-- Works out the whole summary anew, after a restore or a repair by hand.
create function verification_branch_rebuild() returns void language sql as $$
    delete from verification_branch;
    insert into verification_branch (workspace_id, pact_version_id, branch_id, wip, first_successful_at)
    select v.workspace_id, v.pact_version_id, bv.branch_id, v.wip, min(v.created_at)
      from verification v
      join branch_version bv on bv.version_id = v.provider_version_id
     where v.success
     group by v.workspace_id, v.pact_version_id, bv.branch_id, v.wip;
$$;
select verification_branch_rebuild();
