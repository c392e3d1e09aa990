package dev.accord.contracts.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.accord.contracts.compatibility.Judgement;
import dev.accord.contracts.compatibility.Violation;
import dev.accord.contracts.compatibility.ViolationKind;
import dev.accord.contracts.openapi.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells which violations of a newer document an older one had, too. */
final class Comparison {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private final Judgement base;
    private final Judgement revision;
    /** Where nothing worked before. */
    private final List<Violation> totals;

    private final Set<Violation.Identity> known;

    Comparison(Judgement base, Judgement revision) {
        this.base = base;
        this.revision = revision;
        this.totals = base.violations().stream()
                .filter(old -> old.kind().isTotal() && old.kind() != ViolationKind.BASE_PATH_MOVED)
                .toList();
        this.known = base.violations().stream().map(Violation::identity).collect(Collectors.toSet());
    }

    /** Returns whether the change brought a violation about. */
    boolean isIntroduced(Violation violation) {
        if (isBelowTotal(violation)) {
            return false;
        }
        return switch (violation.kind()) {
            case VALUE_POSSIBLE, OTHER_VALUE_POSSIBLE ->
                violation.witnesses().isEmpty() ? !isKnown(violation) : isNewlyPossible(violation);
            case POSSIBLE_VALUE_REFUSED, LISTED_VALUE_REFUSED, PATH_INCOMPATIBLE -> isNewlyRefused(violation);
            case PARAMETER_STYLE, PARAMETER_DEFAULT -> isOtherwise(violation);
            case FORMAT_OPEN -> isWiderFormat(violation);
            case RESPONSE_HEADER_KIND -> isWiderHeader(violation);
            case KIND_POSSIBLE, KIND_UNSTATED, NULL_POSSIBLE -> isNewKind(violation);
            // Who read what was never promised but could be sent loses it when it cannot be sent any more.
            case FIELD_ABSENT -> !any(violation.place(), ViolationKind.FIELD_ABSENT);
            case FIELD_UNDECLARED, FIELD_FREE_FORM ->
                !any(violation.place(), ViolationKind.FIELD_ABSENT)
                        && !any(violation.place(), ViolationKind.FIELD_UNDECLARED)
                        && !any(violation.place(), ViolationKind.FIELD_FREE_FORM);
            case BODY_UNVALIDATABLE, RESPONSE_BODY_UNVALIDATABLE -> isOtherwise(violation);
            case STATUS_ALSO -> isNewStatus(violation);
            case CREDENTIALS_MISSING, CREDENTIALS_INVISIBLE, CREDENTIALS_UNPROVEN -> isNewDemand(violation);
            default -> !isKnown(violation);
        };
    }

    /** Where nothing worked before, nothing can be broken. */
    private boolean isBelowTotal(Violation violation) {
        String place = violation.place();
        return totals.stream()
                .anyMatch(old -> old.place().isEmpty()
                        || place.startsWith(old.place() + "/")
                        || (place.equals(old.place())
                                && !old.kind().equals(violation.kind())
                                && !(old.kind() == ViolationKind.FIELD_UNDECLARED
                                        && violation.kind() == ViolationKind.FIELD_ABSENT)));
    }

    private boolean isKnown(Violation violation) {
        return known.contains(violation.identity());
    }

    private boolean any(String place, ViolationKind kind) {
        return base.violations().stream()
                .anyMatch(v -> v.kind() == kind && v.place().equals(place));
    }

    /** A value that could be answered before, too, is no news. */
    private boolean isNewlyPossible(Violation violation) {
        // Texts that the rules refuse were possible before: the same disagreement, whatever texts there are now.
        if (isKnown(violation)) {
            return false;
        }
        return violation.witnesses().stream().anyMatch(w -> !base.admits(violation.place(), w));
    }

    /** A value that was refused before, too, is no news. */
    private boolean isNewlyRefused(Violation violation) {
        if (!base.knows(violation.place())) {
            return !isKnown(violation);
        }
        if (violation.kind() == ViolationKind.POSSIBLE_VALUE_REFUSED && isListedNoMore(violation)) {
            return true;
        }
        return violation.witnesses().isEmpty()
                ? !isKnown(violation)
                : violation.witnesses().stream()
                        .anyMatch(w -> wasAdmitted(violation.place(), w) && !wasRefused(violation, w));
    }

    /** One variant of several may admit what another one, that the example belongs to, refuses. */
    private boolean wasRefused(Violation violation, JsonNode witness) {
        return base.violations().stream()
                .filter(violation::sameAs)
                .anyMatch(v -> v.witnesses().contains(witness));
    }

    /** Outside of bodies all values are written as text: one that is a text now may have been a number or a boolean before. */
    private boolean wasAdmitted(String place, JsonNode value) {
        if (base.admits(place, value)) {
            return true;
        }
        String text = value.isTextual() && !place.startsWith("request/body") ? value.textValue() : "";
        return (NUMBER.matcher(text).matches() && base.admits(place, DecimalNode.valueOf(new BigDecimal(text))))
                || ((text.equals("true") || text.equals("false"))
                        && base.admits(place, BooleanNode.valueOf(text.equals("true"))));
    }

    /** Whether a value of the refused kind was listed before and is refused now. */
    private boolean isListedNoMore(Violation violation) {
        String place = violation.place();
        return base.listed(place).stream()
                .anyMatch(value -> violation.witnesses().stream().anyMatch(w -> w.getNodeType() == value.getNodeType())
                        && !revision.admits(place, value));
    }

    /** Facts that are no violation by themselves: only another one than before is news. */
    private boolean isOtherwise(Violation violation) {
        List<Violation> before = base.violations().stream()
                .filter(v -> v.kind() == violation.kind() && v.place().equals(violation.place()))
                .toList();
        return !before.isEmpty() && before.stream().noneMatch(violation::sameAs);
    }

    private boolean isWiderFormat(Violation violation) {
        List<Violation> before = base.violations().stream()
                .filter(v -> v.kind() == violation.kind() && v.place().equals(violation.place()))
                .toList();
        if (before.isEmpty()) {
            // a number of an unlimited format; texts say a format, or "none", in both documents
            boolean number =
                    violation.detail().equals("int64") || violation.detail().equals("double");
            return number && !isAnyNumber(violation);
        }
        return before.stream().noneMatch(v -> v.sameAs(violation) || v.detail().equals("none"));
    }

    /** Without a format the base admits numbers of any size. */
    private boolean isAnyNumber(Violation violation) {
        return base.admits(violation.place(), com.fasterxml.jackson.databind.node.LongNode.valueOf(1L << 40));
    }

    /** A header that may be any text may be any other value, too, for all are written as text; null like its name. */
    private boolean isWiderHeader(Violation violation) {
        if (violation.detail().equals("null")) {
            return !isKnown(violation) && !base.admits(violation.place(), TextNode.valueOf("null"));
        }
        List<Violation> before = base.violations().stream()
                .filter(v -> v.kind() == violation.kind() && v.place().equals(violation.place()))
                .toList();
        return !before.isEmpty()
                && before.stream()
                        .noneMatch(v -> v.sameAs(violation)
                                || v.detail().equals("string")
                                || (v.detail().equals("number")
                                        && violation.detail().equals("integer")));
    }

    private boolean isNewKind(Violation violation) {
        String kind = violation.kind() == ViolationKind.NULL_POSSIBLE ? "null" : violation.detail();
        return base.violations().stream()
                .filter(v -> v.place().equals(violation.place()))
                .noneMatch(v -> switch (v.kind()) {
                    case KIND_POSSIBLE, KIND_UNSTATED ->
                        v.detail().equals("anything")
                                || v.detail().equals(kind)
                                || (v.detail().equals("number") && kind.equals("integer"));
                    case NULL_POSSIBLE -> kind.equals("null");
                    default -> false;
                });
    }

    /** A status that a range covered before is no news. */
    private boolean isNewStatus(Violation violation) {
        Operation operation = base.operation();
        if (operation == null || isKnown(violation)) {
            return false;
        }
        String status = violation.detail();
        return !operation.responses().byStatus().containsKey(status)
                && !operation.responses().byStatus().containsKey(status.charAt(0) + "XX");
    }

    /** Who was not let in before loses nothing. */
    private boolean isNewDemand(Violation violation) {
        return base.violations().stream()
                .noneMatch(v -> v.kind() == ViolationKind.CREDENTIALS_MISSING
                        || v.kind() == ViolationKind.CREDENTIALS_INVISIBLE
                        || v.sameAs(violation));
    }
}
