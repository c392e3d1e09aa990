package dev.accord.contracts.compatibility;

/**
 * The ways in which a usage and a document disagree. Each has a code, a level for a single document, and a weight for a
 * change that brings it about.
 */
public enum ViolationKind {
    /** No operation has the path and method. */
    OPERATION_UNKNOWN("request.path-or-method.unknown", Level.ERROR, Weight.BREAK, true),
    /** The path has an operation, but not under the server's path. */
    BASE_PATH_MOVED("request.base-path.moved", Level.WARNING, Weight.BREAK, true),
    /** A value in the path is refused by the parameter's schema. */
    PATH_INCOMPATIBLE("request.path-or-method.unknown", Level.ERROR, Weight.BREAK, false),
    /** The credentials that the operation demands are not sent. */
    CREDENTIALS_MISSING("request.authorization.missing", Level.ERROR, Weight.BREAK, false),
    /** The operation demands credentials that no HTTP message shows. */
    CREDENTIALS_INVISIBLE("request.authorization.invisible", Level.NONE, Weight.BREAK, false),
    /** The operation demands credentials, and something is sent that may be them. */
    CREDENTIALS_UNPROVEN("request.authorization.unproven", Level.NONE, Weight.DOUBT, false),
    /** A required query parameter is missing, or its value is refused. */
    QUERY_INCOMPATIBLE("request.query.incompatible", Level.ERROR, Weight.BREAK, false),
    /** A query parameter is sent that the operation does not have. */
    QUERY_UNKNOWN("request.query.unknown", Level.WARNING, Weight.DOUBT, false),
    /** A required header is missing, or its value is refused. */
    HEADER_INCOMPATIBLE("request.header.incompatible", Level.ERROR, Weight.BREAK, false),
    /** A header is sent that the operation does not have. */
    HEADER_UNKNOWN("request.header.unknown", Level.WARNING, Weight.DOUBT, false),
    /** A required cookie is missing, or its value is refused. */
    COOKIE_INCOMPATIBLE("request.cookie.incompatible", Level.ERROR, Weight.BREAK, false),
    /** A parameter is sent in a place where the operation no longer looks for it. */
    PARAMETER_MOVED("request.parameter.moved", Level.WARNING, Weight.BREAK, false),
    /** A list or object is written in a style; the same text means something else in another one. */
    PARAMETER_STYLE("request.parameter.style", Level.NONE, Weight.BREAK, false),
    /** A parameter is left out whose default decides what the request means. */
    PARAMETER_DEFAULT("request.parameter.default", Level.NONE, Weight.DOUBT, false),
    /** A value that the consumer may send, but does not in the example, is refused. */
    POSSIBLE_VALUE_REFUSED("request.value.refused", Level.WARNING, Weight.DOUBT, false),
    /** A value that the rules of the pact list is refused. */
    LISTED_VALUE_REFUSED("request.value.refused", Level.ERROR, Weight.BREAK, false),
    /** Whether all values that the consumer may send are admitted could not be decided. */
    REQUEST_UNDECIDED("request.value.undecided", Level.NONE, Weight.DOUBT, false),
    /** No accepted media type fits the body that is sent. */
    CONTENT_TYPE_INCOMPATIBLE("request.content-type.incompatible", Level.ERROR, Weight.BREAK, false),
    /** A body is sent without a media type. */
    CONTENT_TYPE_MISSING("request.content-type.missing", Level.WARNING, Weight.DOUBT, false),
    /** A media type is sent, and the operation names none. */
    CONTENT_TYPE_UNKNOWN("request.content-type.unknown", Level.WARNING, Weight.DOUBT, false),
    /** The operation demands a body and none is sent, or the body that is sent is refused. */
    BODY_INCOMPATIBLE("request.body.incompatible", Level.ERROR, Weight.BREAK, false),
    /** A body is sent, and the operation describes none. */
    BODY_UNKNOWN("request.body.unknown", Level.WARNING, Weight.DOUBT, false),
    /** A body is sent that cannot be looked into. */
    BODY_UNVALIDATABLE("request.body.unvalidatable", Level.UNJUDGED, Weight.DOUBT, false),
    /** A property is sent that the schema does not declare. */
    PROPERTY_UNDECLARED("request.body.undeclared", Level.INFO, Weight.DOUBT, false),
    /** A property is sent that only the provider sets. */
    PROPERTY_READ_ONLY("request.body.read-only", Level.INFO, Weight.DOUBT, false),
    /** No response has a media type that the consumer accepts. */
    ACCEPT_INCOMPATIBLE("request.accept.incompatible", Level.ERROR, Weight.BREAK, false),
    /** The expected response has no media type that the consumer accepts. */
    RESPONSE_UNACCEPTABLE("response.content-type.unacceptable", Level.NONE, Weight.BREAK, false),
    /** A media type is accepted, and the responses name none. */
    ACCEPT_UNKNOWN("request.accept.unknown", Level.WARNING, Weight.NONE, false),
    /** No response has the status. */
    STATUS_UNKNOWN("response.status.unknown", Level.ERROR, Weight.BREAK, true),
    /** Only the default response covers the status. */
    STATUS_DEFAULT("response.status.default", Level.WARNING, Weight.DOUBT, false),
    /** The response has no body of the media type. */
    RESPONSE_CONTENT_TYPE_INCOMPATIBLE("response.content-type.incompatible", Level.ERROR, Weight.BREAK, true),
    /** The consumer expects one media type and accepts another one better that the response has, too. */
    RESPONSE_OTHER_PREFERRED("response.content-type.other-preferred", Level.NONE, Weight.BREAK, false),
    /** A media type is expected, and the response names none. */
    RESPONSE_CONTENT_TYPE_UNKNOWN("response.content-type.unknown", Level.WARNING, Weight.DOUBT, false),
    /** The response may be of another media type than the one that is likely meant. */
    OTHER_MEDIA_TYPE_POSSIBLE("response.content-type.other", Level.NONE, Weight.DOUBT, false),
    /** A body is expected, and the response describes none. */
    RESPONSE_BODY_UNKNOWN("response.body.unknown", Level.ERROR, Weight.BREAK, true),
    /** A body is expected that cannot be looked into. */
    RESPONSE_BODY_UNVALIDATABLE("response.body.unvalidatable", Level.UNJUDGED, Weight.DOUBT, false),
    /** A header is expected that the response does not have. */
    RESPONSE_HEADER_UNKNOWN("response.header.unknown", Level.ERROR, Weight.BREAK, true),
    /** A standard header is expected that the response does not describe. */
    RESPONSE_HEADER_UNDEFINED("response.header.undefined", Level.WARNING, Weight.BREAK, true),
    /** The expected value of a header is refused. */
    RESPONSE_HEADER_INCOMPATIBLE("response.header.incompatible", Level.ERROR, Weight.BREAK, false),
    /** The example of a header is refused; the consumer accepts other values. */
    RESPONSE_HEADER_ATYPICAL("response.header.incompatible", Level.ERROR, Weight.NONE, false),
    /** An expected header is not always sent. */
    RESPONSE_HEADER_OPTIONAL("response.header.optional", Level.WARNING, Weight.BREAK, false),
    /** A header may have values of another kind. */
    RESPONSE_HEADER_KIND("response.header.kind", Level.NONE, Weight.BREAK, false),
    /** A field is read that is never sent. */
    FIELD_ABSENT("response.body.absent", Level.ERROR, Weight.BREAK, true),
    /** A field is read of which the schema says nothing. */
    FIELD_UNDECLARED("response.body.undeclared", Level.ERROR, Weight.BREAK, true),
    /** A field is read from an object of which the schema says nothing at all. */
    FIELD_FREE_FORM("response.body.free-form", Level.WARNING, Weight.BREAK, false),
    /** A field is read that need not be sent. */
    FIELD_OPTIONAL("response.body.optional", Level.WARNING, Weight.BREAK, false),
    /** A value may be null where the consumer does not accept null. */
    NULL_POSSIBLE("response.body.nullable", Level.WARNING, Weight.BREAK, false),
    /** No kind of value that may be sent is accepted. */
    KIND_REFUSED("response.body.incompatible", Level.ERROR, Weight.BREAK, true),
    /** A kind of value may be sent that is not accepted. */
    KIND_POSSIBLE("response.body.kind", Level.WARNING, Weight.BREAK, false),
    /** The schema names no kind, so that another than the accepted may be sent. */
    KIND_UNSTATED("response.body.kind-unstated", Level.INFO, Weight.DOUBT, false),
    /** A value may be sent that the rules of the pact refuse. */
    VALUE_POSSIBLE("response.body.value", Level.WARNING, Weight.BREAK, false),
    /** An object may be of another variant than the consumer reads, which the value of a tag tells. */
    OTHER_VARIANT_POSSIBLE("response.body.value", Level.WARNING, Weight.BREAK, false),
    /** The tag of the example names none of the variants that an object may be. */
    VARIANT_UNKNOWN("response.body.variant-unknown", Level.ERROR, Weight.BREAK, false),
    /** A value may be sent that is not the one of the example, where there were only few. */
    OTHER_VALUE_POSSIBLE("response.body.other-value", Level.NONE, Weight.DOUBT, false),
    /** The format of the value leaves more open than before. */
    FORMAT_OPEN("response.body.format", Level.NONE, Weight.DOUBT, false),
    /** Whether only accepted values are sent could not be decided. */
    RESPONSE_UNDECIDED("response.body.undecided", Level.NONE, Weight.DOUBT, false),
    /** The array may be shorter than the rules of the pact allow. */
    TOO_SHORT("response.body.too-short", Level.INFO, Weight.BREAK, false),
    /** The array may be empty, and the pact asks for one element. */
    MAYBE_EMPTY("response.body.maybe-empty", Level.INFO, Weight.DOUBT, false),
    /** The array may be longer than the rules of the pact allow. */
    TOO_LONG("response.body.too-long", Level.INFO, Weight.BREAK, false),
    /** No element of the array can be what the array must contain. */
    VARIANT_IMPOSSIBLE("response.body.variant", Level.ERROR, Weight.BREAK, false),
    /** The value of the example, which no rule widens, can not be sent. */
    EXAMPLE_IMPOSSIBLE("response.body.incompatible", Level.ERROR, Weight.DOUBT, false),
    /** The value of the example is of another format than any that can be sent. */
    EXAMPLE_OF_OTHER_FORMAT("response.body.incompatible", Level.ERROR, Weight.BREAK, false),
    /** The value of the example can not be sent; the rules of the pact accept others. */
    EXAMPLE_ATYPICAL("response.body.example", Level.WARNING, Weight.NONE, false),
    /** The part of the document that matters cannot be resolved. */
    UNRESOLVED("document.reference.unresolved", Level.UNJUDGED, Weight.DOUBT, false),
    /** Another success status may be answered, too. */
    STATUS_ALSO("response.status.also", Level.NONE, Weight.NOTICE, false),
    /** The operation is deprecated. */
    DEPRECATED("operation.deprecated", Level.NONE, Weight.NOTICE, false),
    /** A parameter that is sent, or a field that is sent or read, is deprecated. */
    PART_DEPRECATED("part.deprecated", Level.NONE, Weight.NOTICE, false);

    /** How bad a violation of one document is. */
    public enum Level {
        /** The contract does not hold. */
        ERROR,
        /** The contract holds as long as the provider does more than its document promises. */
        WARNING,
        /** Worth knowing. */
        INFO,
        /** It could not be judged. */
        UNJUDGED,
        /** Not worth telling of one document; it counts only where two are compared. */
        NONE
    }

    /** What it means when a change brings a violation about. */
    public enum Weight {
        /** The consumer breaks. */
        BREAK,
        /** It cannot be told whether the consumer breaks. */
        DOUBT,
        /** The consumer should know. */
        NOTICE,
        /** Nothing. */
        NONE
    }

    private final String code;
    private final Level level;
    private final Weight weight;
    private final boolean total;

    ViolationKind(String code, Level level, Weight weight, boolean total) {
        this.code = code;
        this.level = level;
        this.weight = weight;
        this.total = total;
    }

    /** Returns the stable code for findings. */
    public String code() {
        return code;
    }

    /** Returns how bad it is in a single document. */
    public Level level() {
        return level;
    }

    /** Returns what it means when a change brings it about. */
    public Weight weight() {
        return weight;
    }

    /** Returns whether nothing at or below the place can work. */
    public boolean isTotal() {
        return total;
    }
}
