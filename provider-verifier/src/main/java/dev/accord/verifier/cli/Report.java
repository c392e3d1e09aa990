package dev.accord.verifier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found, before it is worded.
 *
 * @param kind what was compared
 * @param title what was compared with what
 * @param findings what was found of the documents, in the engine's order
 * @param consumers what it means for each consumer that was asked about, in the order of the pacts
 * @param json the same as the broker's API says it
 */
record Report(Kind kind, String title, List<Finding> findings, List<ConsumerResult> consumers, JsonNode json) {

    Report {
        findings = List.copyOf(findings);
        consumers = List.copyOf(consumers);
    }

    /** What was compared. */
    enum Kind {
        /** Two documents: the verdicts are about the change. */
        DIFF,
        /** A document and pacts: the verdicts are about the document. */
        COMPARISON
    }

    /** How bad a finding is. */
    enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** What it means for a consumer. */
    enum Verdict {
        /** The change breaks it, or the document does not offer what it needs. */
        BREAKS,
        /** Something could not be judged, and nothing else breaks it. */
        CANNOT_TELL,
        /** The change takes nothing from it, or the document offers everything that it needs. */
        UNAFFECTED
    }

    /**
     * A place in a file.
     *
     * @param file the file, as it was named
     * @param line counted from 1
     * @param column counted from 1
     */
    record Place(String file, int line, int column) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /**
     * One finding.
     *
     * @param id the stable id of the rule, or the code
     * @param severity how bad it is
     * @param operation such as {@code GET /users/{id}}; empty for the whole document
     * @param message a sentence that names operation and place
     * @param place where the newer document says so
     * @param before where the older document said something else; null where there is one document
     */
    record Finding(
            String id,
            Severity severity,
            String operation,
            String message,
            Place place,
            @Nullable Place before) {}

    /**
     * What concerns one interaction of a consumer.
     *
     * @param interaction its description
     * @param finding what is wrong
     * @param cause the id of the change that caused it; empty where none did
     */
    record InteractionFinding(String interaction, Finding finding, String cause) {}

    /**
     * What it means for one consumer.
     *
     * @param consumer its name
     * @param file the file of its pact
     * @param verdict what it means
     * @param findings why, in the order of the interactions
     */
    record ConsumerResult(String consumer, String file, Verdict verdict, List<InteractionFinding> findings) {
        ConsumerResult {
            findings = List.copyOf(findings);
        }
    }

    /** Returns how many findings have the severity. */
    long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Returns whether a consumer has the verdict. */
    boolean any(Verdict verdict) {
        return consumers.stream().anyMatch(consumer -> consumer.verdict() == verdict);
    }
}
