package dev.accord.broker.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of the selection statement that tells which of the selected contents are pending for the provider: not yet
 * verified successfully where it matters. It adds a table {@code verdict} with {@code pact_version_id}, {@code pending} and
 * {@code pending_tags}.
 *
 * @param sql        the part, beginning with a comma
 * @param parameters its parameters
 */
record Pending(String sql, List<@Nullable Object> parameters) {

    // verified on this branch, or on another one before this one came to be
    private static final String FOR_BRANCH = """
            , own as materialized (
                select b.id, b.created_at
                  from branch b
                 where b.pacticipant_id = ?
                   and b.name = ?
            ), verdict as materialized (
                select x.pact_version_id,
                       not (exists (select 1
                                      from own o
                                      join verification_branch s on s.branch_id = o.id
                                                                and s.pact_version_id = x.pact_version_id)
                            or exists (select 1
                                         from verification_branch s
                                        where s.pact_version_id = x.pact_version_id
                                          and s.branch_id is distinct from (select o.id from own o)
                                          and s.first_successful_at
                                              < coalesce((select o.created_at from own o), 'infinity'))) as pending,
                       cast(null as text[]) as pending_tags
                  from (select distinct e.pact_version_id from selected e) x
            )""";

    // the same for each of the provider's tags; pending when one of them is
    private static final String FOR_TAGS = """
            , own as materialized (
                select t.name, (select min(u.created_at)
                                  from tag u
                                 where u.pacticipant_id = ?
                                   and u.name = t.name) as first_used_at
                  from unnest(cast(? as text[])) as t (name)
            ), judged as materialized (
                select x.pact_version_id,
                       array(select o.name
                               from own o
                              where not exists (select 1
                                                  from verification v
                                                  join tag t on t.version_id = v.provider_version_id
                                                 where v.pact_version_id = x.pact_version_id
                                                   and v.success
                                                   and t.name = o.name)
                                and not exists (select 1
                                                  from verification v
                                                  join tag t on t.version_id = v.provider_version_id
                                                 where v.pact_version_id = x.pact_version_id
                                                   and v.success
                                                   and t.name <> o.name
                                                   and v.created_at < coalesce(o.first_used_at, 'infinity'))) as pending_tags
                  from (select distinct e.pact_version_id from selected e) x
            ), verdict as (
                select j.pact_version_id, cardinality(j.pending_tags) > 0 as pending, j.pending_tags
                  from judged j
            )""";

    private static final String FOR_ANY = """
            , verdict as materialized (
                select x.pact_version_id,
                       not exists (select 1
                                     from verification v
                                    where v.pact_version_id = x.pact_version_id
                                      and v.success) as pending,
                       cast(null as text[]) as pending_tags
                  from (select distinct e.pact_version_id from selected e) x
            )""";

    /** The part for what the request says of the provider version: its branch, else its tags, else nothing. */
    static Pending of(long providerId, VerificationRequest request) {
        if (request.branch() != null) {
            return new Pending(FOR_BRANCH, List.of(providerId, request.branch()));
        }
        return request.tags().isEmpty()
                ? new Pending(FOR_ANY, List.of())
                : new Pending(FOR_TAGS, List.of(providerId, request.tags()));
    }
}
