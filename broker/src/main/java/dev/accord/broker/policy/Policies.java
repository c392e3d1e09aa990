package dev.accord.broker.policy;

import dev.accord.broker.pacticipant.Pacticipant;
import dev.accord.broker.pacticipant.Pacticipants;
import dev.accord.broker.platform.Database;
import dev.accord.broker.platform.Workspace;
import dev.accord.broker.problem.ProblemException;
import dev.accord.broker.version.Version;
import dev.accord.broker.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records checks, keeps policies, and tells what a version lacks for an environment. */
@ApplicationScoped
public class Policies {

    private final Database database;
    private final Pacticipants pacticipants;
    private final Versions versions;

    Policies(Database database, Pacticipants pacticipants, Versions versions) {
        this.database = database;
        this.pacticipants = pacticipants;
        this.versions = versions;
    }

    /**
     * Something that a policy demands and a version does not have.
     *
     * @param pacticipant name
     * @param failed      whether it was found wanting; otherwise nothing is known of it
     * @param sentence    what is missing, for people
     */
    public record Lack(String pacticipant, String version, boolean failed, String sentence) {}

    /**
     * Records a check on a version, which is made when missing.
     *
     * @return whether the version had no check of that name before
     */
    @Transactional
    boolean record(String pacticipantName, String versionNumber, VersionCheck check) {
        Pacticipant pacticipant = pacticipants.findOrCreate(pacticipantName);
        Version version = versions.findOrCreate(pacticipant, versionNumber).version();
        boolean first = database.list(
                        "select 1 as one from version_check where version_id = ? and name = ? limit 1",
                        row -> row.number("one"),
                        version.id(),
                        check.name())
                .isEmpty();
        database.update(
                """
                insert into version_check
                       (workspace_id, version_id, name, verdict, value, unit, budget, better, url, artefact_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Workspace.DEFAULT,
                version.id(),
                check.name(),
                check.verdict().wire(),
                check.value(),
                check.unit(),
                check.budget(),
                check.better() == null ? null : check.better().wire(),
                check.url(),
                check.artefactHash());
        return first;
    }

    /** The latest check of each name of a version, by name. One statement. */
    List<VersionCheck> checks(Version version) {
        return database.list("""
                select distinct on (name) name, verdict, value, unit, budget, better, url, artefact_hash, created_at
                  from version_check
                 where version_id = ?
                 order by name, id desc""", VersionCheck::of, version.id());
    }

    /** The policy of an environment; {@link EnvironmentPolicy#NONE} when it has none. One statement. */
    EnvironmentPolicy policy(UUID environment) {
        return database.list("""
                        select coalesce(p.required_checks, '{}') as required_checks,
                               coalesce(p.require_self_verification, false) as require_self_verification,
                               coalesce(p.warnings_block, false) as warnings_block
                          from environment e
                          left join environment_policy p on p.environment_id = e.id
                         where e.uuid = ? and e.workspace_id = ?""", EnvironmentPolicy::of, environment, Workspace.DEFAULT).stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Replaces the policy of an environment. */
    @Transactional
    void replace(UUID environment, EnvironmentPolicy policy) {
        int stored = database.update(
                """
                insert into environment_policy
                       (environment_id, workspace_id, required_checks, require_self_verification, warnings_block)
                select e.id, e.workspace_id, ?, ?, ? from environment e where e.uuid = ? and e.workspace_id = ?
                on conflict on constraint environment_policy_pk do update
                   set required_checks = excluded.required_checks,
                       require_self_verification = excluded.require_self_verification,
                       warnings_block = excluded.warnings_block,
                       updated_at = clock_timestamp()""",
                policy.requiredChecks(),
                policy.requireSelfVerification(),
                policy.warningsBlock(),
                environment,
                Workspace.DEFAULT);
        if (stored == 0) {
            throw ProblemException.notFound();
        }
    }

    /** Takes the policy of an environment away; nothing is demanded any more. */
    @Transactional
    void remove(UUID environment) {
        policy(environment);
        database.update(
                "delete from environment_policy where environment_id = (select id from environment where uuid = ?)",
                environment);
    }

    /**
     * The policy of an environment by its name, or empty when it has none. One statement, which finds nothing in an
     * installation without policies.
     */
    public Optional<EnvironmentPolicy> ofEnvironment(String name) {
        return database.first("""
                select p.required_checks, p.require_self_verification, p.warnings_block
                  from environment e
                  join environment_policy p on p.environment_id = e.id
                 where e.workspace_id = ? and e.name = ?""", EnvironmentPolicy::of, Workspace.DEFAULT, name);
    }

    private record Fact(
            String pacticipant,
            String version,
            List<String> passed,
            List<String> failed,
            boolean hasDocument,
            boolean selfVerified,
            boolean selfFailed) {}

    /** What versions lack of what a policy demands, in the order of their names. One statement. */
    public List<Lack> lacking(EnvironmentPolicy policy, Collection<Long> versionIds) {
        if (policy.equals(EnvironmentPolicy.NONE) || versionIds.isEmpty()) {
            return List.of();
        }
        List<Lack> lacks = new ArrayList<>();
        for (Fact fact : facts(versionIds)) {
            for (String name : policy.requiredChecks()) {
                if (!fact.passed.contains(name)) {
                    boolean failed = fact.failed.contains(name);
                    lacks.add(lack(
                            fact,
                            failed,
                            failed
                                    ? "the check '" + name + "' failed"
                                    : "the check '" + name + "' has no passing result"));
                }
            }
            if (policy.requireSelfVerification() && fact.hasDocument && !fact.selfVerified) {
                lacks.add(lack(
                        fact,
                        fact.selfFailed,
                        fact.selfFailed
                                ? "the provider's own check of its OpenAPI document failed"
                                : "nothing is known of the provider's own check of its OpenAPI document"));
            }
        }
        return lacks;
    }

    private static Lack lack(Fact fact, boolean failed, String what) {
        return new Lack(
                fact.pacticipant,
                fact.version,
                failed,
                fact.pacticipant + " version " + fact.version + " does not meet the environment's policy: " + what);
    }

    private List<Fact> facts(Collection<Long> versionIds) {
        return database.list(
                """
                with latest as (
                    select distinct on (version_id, name) version_id, name, verdict
                      from version_check
                     where version_id = any(?)
                     order by version_id, name, id desc
                )
                select p.name, v.number,
                       array(select k.name from latest k where k.version_id = v.id and k.verdict = 'passed') as passed,
                       array(select k.name from latest k where k.version_id = v.id and k.verdict = 'failed') as failed,
                       c.id is not null as has_document,
                       coalesce(c.self_verified, false) as self_verified,
                       not coalesce(c.self_verified, true) as self_failed
                  from version v
                  join pacticipant p on p.id = v.pacticipant_id
                  left join provider_contract c on c.version_id = v.id and c.current
                 where v.id = any(?)
                 order by p.name, v.id""",
                row -> new Fact(
                        row.text("name"),
                        row.text("number"),
                        row.texts("passed"),
                        row.texts("failed"),
                        row.flag("has_document"),
                        row.flag("self_verified"),
                        row.flag("self_failed")),
                versionIds,
                versionIds);
    }
}
