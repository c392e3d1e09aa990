package dev.accord.broker.matrix;

import dev.accord.broker.compatibility.Compatibilities;
import dev.accord.broker.matrix.decision.Outcome;
import dev.accord.broker.matrix.decision.PactRef;
import dev.accord.broker.matrix.decision.Resolution;
import dev.accord.broker.matrix.decision.Row;
import dev.accord.broker.matrix.decision.Rows;
import dev.accord.broker.matrix.decision.VersionRef;
import dev.accord.broker.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows: publications of the selected consumer versions, each joined to what the selected provider versions make of
 * its content.
 *
 * <p>Results are narrowed to the selected provider versions <em>before</em> the outer join. The other way round a pact that
 * only other versions verified would lose its row, and nobody would see that it is not verified.
 */
@ApplicationScoped
class RowQueries {

    private static final String COLUMNS = """
            select p.id as publication_id, p.revision, p.created_at as published_at, p.pact_version_id, content.sha,
                   p.consumer_id, consumer.name as consumer, p.consumer_version_id, cv.number as consumer_version,
                   p.provider_id, provider.name as provider,
                   r.provider_version_id, pv.number as provider_version,
                   r.number, r.success, r.at, r.document_id, r.verdict, r.self_verified, r.findings""";

    private static final String PUBLICATION_COLUMNS = """
            select pp.id, pp.revision, pp.created_at, pp.pact_version_id, pp.consumer_id, pp.consumer_version_id,
                   pp.provider_id
              from\s""";

    private static final String PUBLICATION = PUBLICATION_COLUMNS + "pact_publication pp where ";

    /** A join and no condition on a list: the planner is to go through the index once for each version, however many. */
    private static final String PUBLICATION_OF_VERSIONS = PUBLICATION_COLUMNS
            + "unnest(cast(? as bigint[])) as chosen (version_id)"
            + " join pact_publication pp on pp.consumer_version_id = chosen.version_id where true";

    private static final String JOINS = """
              join version cv on cv.id = p.consumer_version_id
              join pacticipant consumer on consumer.id = p.consumer_id
              join pacticipant provider on provider.id = p.provider_id
              join pact_version content on content.id = p.pact_version_id
              left join version pv on pv.id = r.provider_version_id""";

    private static final String NEWEST_RUNS = """
            (select newest.provider_version_id, newest.number, newest.success, newest.at,
                    cast(null as bigint) as document_id, cast(null as text) as verdict,
                    cast(null as boolean) as self_verified, cast(null as text) as findings
               from unnest(cast(? as bigint[]), cast(? as bigint[])) as chosen (version_id, pacticipant_id)
              cross join lateral (
                    select v.provider_version_id, v.id as number, v.success, v.created_at as at
                      from verification v
                     where v.pact_version_id = p.pact_version_id and v.provider_version_id = chosen.version_id
                     order by v.id desc
                     limit 1) newest
              where chosen.pacticipant_id = p.provider_id)""";

    /** Rows by last activity, in whole seconds; what was published last comes first among equals. */
    private static final String ORDER = """
             order by date_trunc('second', greatest(cv.created_at, pv.created_at)) desc, p.id desc, r.number desc nulls last
             limit ?""";

    private final Database database;

    RowQueries(Database database) {
        this.database = database;
    }

    /**
     * How much is read.
     *
     * @param history whether overwritten revisions and superseded results count too
     * @param limit   most rows, or null for all
     */
    record Extent(boolean history, @Nullable Integer limit) {}

    /**
     * The rows of a question, not collapsed. One statement.
     *
     * @param specified what the request selects; a row is about one of its applications at least
     * @param selected  the same and the counterparts
     */
    List<Row> find(List<Resolution> specified, List<Resolution> selected, Extent extent) {
        return selected.size() == 1
                ? ofOneSelection(SelectedIds.of(selected), extent)
                : between(SelectedIds.of(specified), SelectedIds.of(selected), extent);
    }

    private List<Row> between(SelectedIds specified, SelectedIds selected, Extent extent) {
        Statement sql = new Statement();
        sql.add("with publication as (");
        StringJoiner arms = new StringJoiner("\n union \n");
        if (!selected.versions().isEmpty()) {
            arms.add(publications(PUBLICATION_OF_VERSIONS, extent));
            sql.with(selected.versions()).sides(selected, specified).limit(extent);
        }
        if (!selected.everyVersionOf().isEmpty()) {
            arms.add(publications(PUBLICATION + "pp.consumer_id = any(?)", extent));
            sql.with(selected.everyVersionOf()).sides(selected, specified).limit(extent);
        }
        if (arms.length() == 0) {
            return List.of();
        }
        sql.add(arms.toString()).add(")").add(COLUMNS).add("from publication p");
        sql.add("left join lateral (")
                .add(results(selected, extent, sql))
                .add(") r on true")
                .add(JOINS);
        return rows(finish(sql, extent), true);
    }

    /** A lone selection shows everything that it takes part in: as a consumer with any result, as a provider its own. */
    private List<Row> ofOneSelection(SelectedIds selected, Extent extent) {
        String current = extent.history() ? "" : " and pp.current";
        boolean every = selected.versions().isEmpty();
        if (every && selected.everyVersionOf().isEmpty()) {
            return List.of();
        }
        List<Long> ids = every ? selected.everyVersionOf() : selected.versions();
        Statement consumer = new Statement();
        consumer.add("with publication as (" + PUBLICATION + "pp."
                        + (every ? "consumer_id" : "consumer_version_id") + " = any(?)" + current
                        + newest(extent) + ")")
                .with(ids)
                .limit(extent);
        consumer.add(COLUMNS).add("from publication p left join lateral (");
        consumer.add(anyResults(extent)).add(") r on true").add(JOINS);
        List<Row> rows = new ArrayList<>(rows(finish(consumer, extent), true));
        Statement provider = new Statement();
        provider.add("with publication as (" + PUBLICATION
                + (every
                        ? "pp.provider_id = any(?)" + current + newest(extent)
                        : "pp.pact_version_id in (select v.pact_version_id from verification v"
                                + " where v.provider_version_id = any(?)"
                                + " union select k.pact_version_id from provider_contract c"
                                + " join compatibility k on k.document_id = c.document_id"
                                + " where c.version_id = any(?) and c.current)" + current + newest(extent))
                + ")");
        provider.with(ids);
        if (!every) {
            provider.with(ids);
        }
        provider.limit(extent);
        provider.add(COLUMNS).add("from publication p join lateral (");
        provider.add(results(selected, extent, provider)).add(") r on true").add(JOINS);
        // a pact of an application with itself was found from its consumer side already
        rows(finish(provider, extent), false).stream()
                .filter(row -> rows.stream()
                        .noneMatch(known ->
                                known.pact().publicationId() == row.pact().publicationId()))
                .toList()
                .forEach(rows::add);
        return rows;
    }

    private static String newest(Extent extent) {
        return extent.limit() == null ? "" : " order by pp.id desc limit ?";
    }

    private static String publications(String ofConsumers, Extent extent) {
        return "(" + ofConsumers + " and pp.provider_id = any(?)"
                + " and (pp.consumer_id = any(?) or pp.provider_id = any(?))"
                + (extent.history() ? "" : " and pp.current") + newest(extent) + ")";
    }

    /**
     * What the selected provider versions make of one content, by runs and by their documents. Each publication is joined
     * to the selected versions of its own provider, and each of them to its newest result through the index, so that the
     * number of results that a content has does not matter.
     */
    private static String results(SelectedIds selected, Extent extent, Statement sql) {
        StringJoiner arms = new StringJoiner("\n union all \n");
        if (!selected.versions().isEmpty()) {
            arms.add(extent.history() ? runs("v.provider_version_id = any(?)", extent) : NEWEST_RUNS);
            sql.with(selected.versions());
            if (!extent.history()) {
                sql.with(selected.applicationOfVersion());
            }
            arms.add(comparisons("left join", "c.version_id = any(?)"));
            sql.with(selected.versions());
        }
        if (!selected.everyVersionOf().isEmpty()) {
            arms.add(runs("v.provider_id = any(?)", extent)).add(comparisons("join", "c.provider_id = any(?)"));
            sql.with(selected.everyVersionOf()).with(selected.everyVersionOf());
        }
        return arms.toString();
    }

    private static String anyResults(Extent extent) {
        return runs("true", extent) + "\n union all \n" + comparisons("join", "c.provider_id = p.provider_id");
    }

    private static String runs(String version, Extent extent) {
        return "(select " + (extent.history() ? "" : "distinct on (v.provider_version_id) ") + """
                v.provider_version_id, v.id as number, v.success, v.created_at as at, cast(null as bigint) as document_id,
                cast(null as text) as verdict, cast(null as boolean) as self_verified, cast(null as text) as findings
                  from verification v
                 where v.pact_version_id = p.pact_version_id and\s""" + version
                + (extent.history() ? ")" : " order by v.provider_version_id, v.id desc)");
    }

    /**
     * Documents with what a comparison said. Of selected versions (left join) also those that were not compared, because
     * that is worth telling; of every version (join) only the compared ones.
     */
    private static String comparisons(String join, String version) {
        return """
                (select c.version_id, cast(null as bigint), cast(null as boolean), coalesce(k.created_at, c.created_at),
                        c.document_id, coalesce(k.verdict, 'absent'), c.self_verified,
                        case when k.verdict = 'incompatible' then cast(k.findings as text) end
                   from provider_contract c
                   %s compatibility k
                          on k.pact_version_id = p.pact_version_id and k.document_id = c.document_id
                         and k.algorithm = %a
                  where c.provider_id = p.provider_id and c.current and\s""".replace("%s", join).replace("%a", String.valueOf(Compatibilities.ALGORITHM)) + version + ")";
    }

    private static Statement finish(Statement sql, Extent extent) {
        if (extent.limit() != null) {
            sql.add(ORDER).limit(extent);
        }
        return sql;
    }

    /** Gathers the results of each publication into its rows. */
    private List<Row> rows(Statement sql, boolean alsoUnverified) {
        Map<Long, Found> publications = new LinkedHashMap<>();
        database.list(
                sql.text(),
                row -> {
                    Found found = publications.get(row.number("publication_id"));
                    if (found == null) {
                        found = new Found(template(row));
                        publications.put(row.number("publication_id"), found);
                    }
                    found.add(row);
                    return found;
                },
                sql.parameters());
        List<Row> rows = new ArrayList<>();
        for (Found found : publications.values()) {
            for (Row row : found.rows()) {
                if (alsoUnverified || !row.unverified()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Row template(dev.accord.broker.platform.Row row) throws SQLException {
        return new Row(
                row.number("consumer_id"),
                row.text("consumer"),
                new VersionRef(row.number("consumer_version_id"), row.text("consumer_version")),
                new PactRef(
                        row.number("publication_id"),
                        row.integer("revision"),
                        row.number("pact_version_id"),
                        row.text("sha"),
                        row.instant("published_at")),
                row.number("provider_id"),
                row.text("provider"),
                new Outcome.Unverified(List.of()));
    }

    /** A publication with what was found for it. */
    private static final class Found {
        private final Row template;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Outcome.Unclear> unclear = new ArrayList<>();

        Found(Row template) {
            this.template = template;
        }

        void add(dev.accord.broker.platform.Row row) throws SQLException {
            Long id = row.numberOrNull("provider_version_id");
            if (id == null) {
                return;
            }
            VersionRef version = new VersionRef(id, row.text("provider_version"));
            String verdict = row.textOrNull("verdict");
            if (verdict == null) {
                outcomes.add(new Outcome.Run(version, row.number("number"), row.flag("success"), row.instant("at")));
                return;
            }
            Boolean selfVerified = row.flagOrNull("self_verified");
            Boolean fits =
                    verdict.equals("compatible") ? Boolean.TRUE : verdict.equals("incompatible") ? Boolean.FALSE : null;
            if (fits == null && !Boolean.FALSE.equals(selfVerified)) {
                unclear.add(new Outcome.Unclear(version, row.number("document_id"), !verdict.equals("absent")));
                return;
            }
            outcomes.add(new Outcome.Comparison(
                    version,
                    row.number("document_id"),
                    fits,
                    selfVerified,
                    row.instant("at"),
                    Findings.errors(row.textOrNull("findings"))));
        }

        List<Row> rows() {
            return Rows.outcomes(outcomes, unclear).stream()
                    .map(outcome -> new Row(
                            template.consumerId(),
                            template.consumer(),
                            template.consumerVersion(),
                            template.pact(),
                            template.providerId(),
                            template.provider(),
                            outcome))
                    .toList();
        }
    }

    /** SQL text with its parameters, in the order of their question marks. */
    private static final class Statement {
        private final StringBuilder text = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        Statement add(String part) {
            text.append(part).append('\n');
            return this;
        }

        Statement with(Object parameter) {
            parameters.add(parameter);
            return this;
        }

        Statement sides(SelectedIds selected, SelectedIds specified) {
            return with(selected.applications()).with(specified.applications()).with(specified.applications());
        }

        Statement limit(Extent extent) {
            if (extent.limit() != null) {
                parameters.add((long) extent.limit());
            }
            return this;
        }

        String text() {
            return text.toString();
        }

        @Nullable
        Object[] parameters() {
            return parameters.toArray();
        }
    }
}
