package dev.accord.broker.plan;

import dev.accord.broker.compatibility.Compatibilities;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Row;
import dev.accord.broker.platform.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts that a plan needs, each kind in one statement whatever the number of pacticipants. */
@ApplicationScoped
class PlanQueries {

    private final Database database;

    PlanQueries(Database database) {
        this.database = database;
    }

    /** A version of a pacticipant; the version id is 0 when there is no such version. */
    record Known(long pacticipantId, String pacticipant, long versionId, String number) {}

    /** A consumer version published this content for a provider. */
    record Published(long consumerVersionId, long consumerId, long providerId, String provider, long pactVersionId) {}

    /** A content and a provider version that might stand side by side. */
    record Meeting(long pactVersionId, long providerVersionId) {}

    /**
     * What is known of a meeting.
     *
     * @param uncompared key of the provider's document when nobody has compared it yet and nothing else is known, else null
     */
    record Verdict(
            Meeting meeting,
            Compatible compatible,
            @Nullable Long uncompared) {}

    Optional<Long> environment(String name) {
        return database.first(
                "select id from environment where workspace_id = ? and name = ?",
                row -> row.number("id"),
                Workspace.DEFAULT,
                name);
    }

    List<Known> wanted(Map<String, String> versions) {
        List<String> names = new ArrayList<>(versions.keySet());
        List<String> numbers =
                names.stream().map(name -> versions.getOrDefault(name, "")).toList();
        return database.list(
                """
                select p.id, p.name, coalesce(v.id, 0) as version_id, w.number
                  from unnest(cast(? as text[]), cast(? as text[])) as w (name, number)
                  join pacticipant p on p.workspace_id = ? and p.name = w.name
                  left join version v on v.pacticipant_id = p.id and v.number = w.number""",
                row -> new Known(row.number("id"), row.text("name"), row.number("version_id"), row.text("number")),
                names,
                numbers,
                Workspace.DEFAULT);
    }

    List<Known> current(long environmentId) {
        return database.list(
                """
                with live as (
                    select version_id from deployed_version where environment_id = ? and undeployed_at is null
                     union
                    select version_id from released_version where environment_id = ? and support_ended_at is null
                )
                select p.id, p.name, v.id as version_id, v.number
                  from live
                  join version v on v.id = live.version_id
                  join pacticipant p on p.id = v.pacticipant_id
                 order by v.id""",
                row -> new Known(row.number("id"), row.text("name"), row.number("version_id"), row.text("number")),
                environmentId,
                environmentId);
    }

    List<Published> publications(Collection<Long> consumerVersionIds) {
        return database.list(
                """
                select pp.consumer_version_id, pp.consumer_id, pp.provider_id, p.name, pp.pact_version_id
                  from pact_publication pp
                  join pacticipant p on p.id = pp.provider_id
                 where pp.consumer_version_id = any(?) and pp.current""",
                row -> new Published(
                        row.number("consumer_version_id"),
                        row.number("consumer_id"),
                        row.number("provider_id"),
                        row.text("name"),
                        row.number("pact_version_id")),
                List.copyOf(consumerVersionIds));
    }

    /** A run's own result comes first; without one, the comparison of the pact with the provider's document. */
    List<Verdict> verdicts(List<Meeting> meetings) {
        return database.list(
                """
                select m.pact_version_id, m.provider_version_id,
                       run.success,
                       k.verdict, c.self_verified, c.document_id
                  from unnest(cast(? as bigint[]), cast(? as bigint[])) as m (pact_version_id, provider_version_id)
                  left join lateral (select x.success from verification x
                                      where x.pact_version_id = m.pact_version_id
                                        and x.provider_version_id = m.provider_version_id
                                      order by x.id desc limit 1) run on true
                  left join provider_contract c on c.version_id = m.provider_version_id and c.current
                  left join compatibility k on k.pact_version_id = m.pact_version_id and k.document_id = c.document_id
                                           and k.algorithm = ?""",
                row -> verdict(
                        new Meeting(row.number("pact_version_id"), row.number("provider_version_id")),
                        row.flagOrNull("success"),
                        row.textOrNull("verdict"),
                        row),
                meetings.stream().map(Meeting::pactVersionId).toList(),
                meetings.stream().map(Meeting::providerVersionId).toList(),
                Compatibilities.ALGORITHM);
    }

    private static Verdict verdict(Meeting meeting, @Nullable Boolean run, @Nullable String verdict, Row row)
            throws SQLException {
        Compatible compatible = judge(run, verdict, row.flagOrNull("self_verified"));
        boolean open = run == null && verdict == null && compatible == Compatible.UNKNOWN;
        return new Verdict(meeting, compatible, open ? row.numberOrNull("document_id") : null);
    }

    private static Compatible judge(@Nullable Boolean run, @Nullable String verdict, @Nullable Boolean selfVerified) {
        if (run != null) {
            return run ? Compatible.YES : Compatible.NO;
        }
        if (Boolean.FALSE.equals(selfVerified) || "incompatible".equals(verdict)) {
            return Compatible.NO;
        }
        return "compatible".equals(verdict) ? Compatible.YES : Compatible.UNKNOWN;
    }
}
