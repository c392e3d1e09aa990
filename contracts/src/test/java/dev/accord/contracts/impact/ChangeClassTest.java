package dev.accord.contracts.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each kind of change against the consumers that it hurts and those that it does not. Where a row says {@code CANNOT_TELL} the
 * consumer is warned: the request works and means something else, or whether it works depends on what no document says.
 */
class ChangeClassTest {

    /** A property {@code v} that is always answered; the rule stands at {@code $.v}. */
    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            became nullable, accepted without null           | {type: string} | {type: [string, 'null']} | "x" | | BREAKS
            became nullable, type or null accepted           | {type: string} | {type: [string, 'null']} | "x" | {"match": "type"} or {"match": "null"} | UNAFFECTED
            value added, a regex lacks it                    | {enum: [A, B]} | {enum: [A, B, C]} | "A" | {"match": "regex", "regex": "[AB]"} | BREAKS
            value added, equality demanded                   | {enum: [A]} | {enum: [A, C]} | "A" | {"match": "equality"} | BREAKS
            value added, any text accepted                   | {enum: [A, B]} | {enum: [A, B, C]} | "A" | {"match": "type"} | UNAFFECTED
            value added, only an example known               | {enum: [A, B]} | {enum: [A, B, C]} | "A" | | CANNOT_TELL
            value added to a list that says it may grow      | {type: string, x-extensible-enum: [A, B]} | {type: string, x-extensible-enum: [A, B, C]} | "A" | | UNAFFECTED
            list of values dropped, a regex lacks others     | {type: string, enum: [A, B]} | {type: string} | "A" | {"match": "regex", "regex": "[AB]"} | BREAKS
            integer to number, an integer demanded           | {type: integer} | {type: number} | 1 | {"match": "integer"} | BREAKS
            integer to number, any number accepted           | {type: integer} | {type: number} | 1 | {"match": "type"} | UNAFFECTED
            text to text or number                           | {type: string} | {type: [string, number]} | "x" | {"match": "type"} | BREAKS
            an alternative of another kind                   | {type: string} | {oneOf: [{type: string}, {type: integer}]} | "x" | | BREAKS
            number to integer                                | {type: number} | {type: integer} | 1 | {"match": "type"} | UNAFFECTED
            number to integer, a fraction demanded           | {type: number} | {type: integer} | 1.5 | {"match": "decimal"} | BREAKS
            bound tightened                                  | {type: integer, maximum: 9} | {type: integer, maximum: 5} | 1 | {"match": "integer"} | UNAFFECTED
            value removed that no example has                | {enum: [A, B]} | {enum: [A]} | "A" | | UNAFFECTED
            value removed that the example has               | {enum: [A, B]} | {enum: [B]} | "A" | | CANNOT_TELL
            date to date-time, a date demanded               | {type: string, format: date} | {type: string, format: date-time} | "2020-01-01" | {"match": "date", "format": "yyyy-MM-dd"} | BREAKS
            date to date-time, any text accepted             | {type: string, format: date} | {type: string, format: date-time} | "x" | {"match": "type"} | UNAFFECTED
            uuid to text, any text accepted                  | {type: string, format: uuid} | {type: string} | "7b3c1d8e-6f0a-4c55-9a57-0d8c1a2b3c4d" | {"match": "type"} | UNAFFECTED
            uuid to text, digits and hyphens demanded        | {type: string, format: uuid} | {type: string} | "7b3c1d8e-6f0a-4c55-9a57-0d8c1a2b3c4d" | {"match": "regex", "regex": "[0-9a-fA-F-]{36}"} | BREAKS
            int32 to int64, any number accepted              | {type: integer, format: int32} | {type: integer, format: int64} | 1 | {"match": "type"} | CANNOT_TELL
            may be empty now, one element demanded           | {type: array, minItems: 1, items: {type: string}} | {type: array, items: {type: string}} | ["x"] | {"match": "type", "min": 1} | CANNOT_TELL
            may be shorter now, two elements demanded        | {type: array, minItems: 2, items: {type: string}} | {type: array, items: {type: string}} | ["x", "y"] | {"match": "type", "min": 2} | BREAKS
            may be longer now, three allowed                 | {type: array, maxItems: 3, items: {type: string}} | {type: array, maxItems: 9, items: {type: string}} | ["x"] | {"match": "type", "max": 3} | BREAKS
            may be longer now, any length accepted           | {type: array, maxItems: 3, items: {type: string}} | {type: array, maxItems: 9, items: {type: string}} | ["x"] | {"match": "type"} | UNAFFECTED
            elements of another kind                         | {type: array, items: {type: string}} | {type: array, items: {type: integer}} | ["x"] | {"match": "type"} | BREAKS
            elements of another kind, a variant still found  | {type: array, items: {oneOf: [{type: string}, {type: integer}]}} | {type: array, items: {oneOf: [{type: string}, {type: boolean}]}} | ["x"] | {"match": "arrayContains", "variants": [{"index": 0, "rules": {"$": {"matchers": [{"match": "type"}]}}}]} | UNAFFECTED
            elements of another kind, no variant found       | {type: array, items: {type: string}} | {type: array, items: {type: boolean}} | ["x"] | {"match": "arrayContains", "variants": [{"index": 0, "rules": {"$": {"matchers": [{"match": "type"}]}}}]} | BREAKS
            array to object                                  | {type: array, items: {type: string}} | {type: object} | ["x"] | | BREAKS
            object to text                                   | {type: object, properties: {a: {}}} | {type: string} | {} | | BREAKS
            single to list                                   | {type: string} | {type: array, items: {type: string}} | "x" | | BREAKS
            values of a map of another kind                  | {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: {type: integer}} | {"k": "x"} | {"match": "values"} | BREAKS
            map closed, a key read that is not declared      | {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: false} | {"k": "x"} | | BREAKS
            other keys refused, one of them read             | {type: object, additionalProperties: true} | {type: object, additionalProperties: false} | {"k": "x"} | | BREAKS
            other keys refused beside declared ones, one read | {type: object, properties: {a: {}}} | {type: object, properties: {a: {}}, additionalProperties: false} | {"k": "x"} | | BREAKS
            other keys refused, only declared ones read      | {type: object, required: [k], properties: {k: {type: string}}} | {type: object, required: [k], properties: {k: {type: string}}, additionalProperties: false} | {"k": "x"} | | UNAFFECTED
            other keys allowed                               | {type: object, required: [k], properties: {k: {type: string}}, additionalProperties: false} | {type: object, required: [k], properties: {k: {type: string}}} | {"k": "x"} | | UNAFFECTED
            moved into allOf                                 | {type: object, required: [k], properties: {k: {type: string}}} | {allOf: [{type: object}, {required: [k], properties: {k: {type: string}}}]} | {"k": "x"} | | UNAFFECTED
            schema vanished, a kind demanded                 | {type: string} | {} | "x" | {"match": "type"} | BREAKS
            may be empty now, some text demanded              | {type: string, minLength: 1} | {type: string} | "a" | {"match": "regex", "regex": ".+"} | BREAKS
            pattern dropped, any text accepted               | {type: string, pattern: '^a'} | {type: string} | "a" | {"match": "type"} | UNAFFECTED
            element may be null                              | {type: array, items: {type: string}} | {type: array, items: {type: [string, 'null']}} | ["x"] | {"match": "type", "min": 1} | BREAKS
            text or number accepted, a number may come        | {type: string} | {type: [string, number]} | "x" | {"match": "type"} or {"match": "number"} | UNAFFECTED
            bound relaxed of a number                         | {type: integer, maximum: 9} | {type: integer} | 1 | {"match": "integer"} | UNAFFECTED
            uuid to text, only an example known               | {type: string, format: uuid} | {type: string} | "7b3c1d8e-6f0a-4c55-9a57-0d8c1a2b3c4d" | | CANNOT_TELL
            date to text, a date demanded                     | {type: string, format: date} | {type: string} | "2020-01-01" | {"match": "date", "format": "yyyy-MM-dd"} | BREAKS
            date to date-time, a pattern of a date demanded   | {type: string, format: date} | {type: string, format: date-time} | "2020-01-01" | {"match": "regex", "regex": "\\\\d{4}-\\\\d{2}-\\\\d{2}"} | BREAKS
            map closed, only declared keys read               | {type: object, required: [k], properties: {k: {type: string}}, additionalProperties: {type: string}} | {type: object, required: [k], properties: {k: {type: string}}, additionalProperties: false} | {"k": "x"} | | UNAFFECTED
            values of a map closed, keys of any name read     | {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: false} | {"k": "x"} | {"match": "values"} | BREAKS
            array became a map                                | {type: array, items: {type: string}} | {type: object, additionalProperties: {type: string}} | ["x"] | {"match": "type", "min": 1} | BREAKS
            object with nothing read became null              | {type: object} | {type: [object, 'null']} | {} | | BREAKS
            """)
    void aPropertyOfAResponse(String change, String base, String revision, String value, String rule, String verdict) {
        String around = "{type: object, required: [v], properties: {v: V}}";

        ImpactResult impact = OneOperation.answered(
                around.replace("V}", base + "}"), around.replace("V}", revision + "}"), "{\"v\": " + value + "}", rule);

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            property removed, needed                          | {required: [a], properties: {a: {type: string}, b: {}}} | {properties: {b: {}}} | {"a": "x"} | BREAKS
            property removed, not needed                      | {required: [a], properties: {a: {type: string}, b: {}}} | {required: [a], properties: {a: {type: string}}} | {"a": "x"} | UNAFFECTED
            ancestor renamed                                  | {required: [o], properties: {o: {required: [a], properties: {a: {type: string}}}}} | {required: [n], properties: {n: {required: [a], properties: {a: {type: string}}}}} | {"o": {"a": "x"}} | BREAKS
            became optional, needed                           | {required: [a, b], properties: {a: {type: string}, b: {type: string}}} | {required: [b], properties: {a: {type: string}, b: {type: string}}} | {"a": "x"} | BREAKS
            became optional, not needed                       | {required: [a, b], properties: {a: {type: string}, b: {type: string}}} | {required: [a], properties: {a: {type: string}, b: {type: string}}} | {"a": "x"} | UNAFFECTED
            became optional by moving under oneOf             | {required: [a], properties: {a: {type: string}}} | {oneOf: [{required: [a], properties: {a: {type: string}}}, {required: [b], properties: {b: {type: string}}}]} | {"a": "x"} | BREAKS
            key forbidden that is not read                    | {required: [a], properties: {a: {type: string}}} | {required: [a], properties: {a: {type: string}}, not: {required: [b]}} | {"a": "x"} | UNAFFECTED
            became conditional                                | {required: [k, a], properties: {k: {type: string}, a: {type: string}}} | {required: [k], properties: {k: {type: string}, a: {type: string}}, if: {properties: {k: {const: y}}}, then: {required: [a]}} | {"k": "x", "a": "x"} | BREAKS
            became required                                   | {properties: {a: {type: string}}} | {required: [a], properties: {a: {type: string}}} | {"a": "x"} | UNAFFECTED
            property added                                    | {required: [a], properties: {a: {type: string}}} | {required: [a, b], properties: {a: {type: string}, b: {type: string}}} | {"a": "x"} | UNAFFECTED
            array not needed, its elements changed            | {required: [a], properties: {a: {type: string}, l: {type: array, items: {type: string}}}} | {required: [a], properties: {a: {type: string}, l: {type: array, items: {type: integer}}}} | {"a": "x"} | UNAFFECTED
            alternative added that lacks the path             | {oneOf: [{title: A, required: [a], properties: {a: {type: string}}}]} | {oneOf: [{title: A, required: [a], properties: {a: {type: string}}}, {title: B, properties: {b: {type: string}}}]} | {"a": "x"} | BREAKS
            alternative added where the path is optional      | {anyOf: [{title: A, required: [a], properties: {a: {type: string}}}]} | {anyOf: [{title: A, required: [a], properties: {a: {type: string}}}, {title: B, properties: {a: {type: string}}}]} | {"a": "x"} | BREAKS
            alternative added where it is of another kind     | {oneOf: [{title: A, required: [a], properties: {a: {type: string}}}]} | {oneOf: [{title: A, required: [a], properties: {a: {type: string}}}, {title: B, required: [a], properties: {a: {type: integer}}}]} | {"a": "x"} | BREAKS
            alternative added that satisfies all needs        | {oneOf: [{title: A, required: [a], properties: {a: {type: string}}}]} | {oneOf: [{title: A, required: [a], properties: {a: {type: string}}}, {title: B, required: [a, b], properties: {a: {type: string}, b: {type: string}}}]} | {"a": "x"} | UNAFFECTED
            tag renamed, needed                               | {oneOf: [{title: A, required: [t, a], properties: {t: {const: card}, a: {type: string}}}], discriminator: {propertyName: t}} | {oneOf: [{title: A, required: [u, a], properties: {u: {const: card}, a: {type: string}}}], discriminator: {propertyName: u}} | {"t": "card", "a": "x"} | BREAKS
            value of the tag renamed, in the example          | {required: [t], properties: {t: {const: card}}} | {required: [t], properties: {t: {const: credit}}} | {"t": "card"} | CANNOT_TELL
            tag renamed in the mapping, in the example        | {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}], discriminator: {propertyName: t, mapping: {card: '#/components/schemas/Card', cash: '#/components/schemas/Cash'}}} | {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}], discriminator: {propertyName: t, mapping: {credit: '#/components/schemas/Card', cash: '#/components/schemas/Cash'}}} | {"t": "card", "a": "x"} | BREAKS
            tag renamed in the mapping, of another variant    | {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}], discriminator: {propertyName: t, mapping: {card: '#/components/schemas/Card', cash: '#/components/schemas/Cash'}}} | {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}], discriminator: {propertyName: t, mapping: {card: '#/components/schemas/Card', coins: '#/components/schemas/Cash'}}} | {"t": "card", "a": "x"} | UNAFFECTED
            value of a tag renamed, a discriminator names it  | {oneOf: [{required: [t], properties: {t: {const: card}}}, {required: [t], properties: {t: {const: cash}}}], discriminator: {propertyName: t}} | {oneOf: [{required: [t], properties: {t: {const: credit}}}, {required: [t], properties: {t: {const: cash}}}], discriminator: {propertyName: t}} | {"t": "card"} | BREAKS
            an undeclared key may be left out                 | {additionalProperties: {type: string}, required: [k]} | {additionalProperties: {type: string}} | {"k": "x"} | BREAKS
            array ancestor vanished                           | {required: [l], properties: {l: {type: array, items: {type: object, required: [a], properties: {a: {type: string}}}}}} | {properties: {}} | {"l": [{"a": "x"}]} | BREAKS
            property of elements removed, needed              | {required: [l], properties: {l: {type: array, items: {type: object, required: [a], properties: {a: {type: string}}}}}} | {required: [l], properties: {l: {type: array, items: {type: object}}}} | {"l": [{"a": "x"}]} | BREAKS
            property of elements removed, not needed          | {required: [l], properties: {l: {type: array, items: {type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}}}} | {required: [l], properties: {l: {type: array, items: {type: object, required: [a], properties: {a: {type: string}}}}}} | {"l": [{"a": "x"}]} | UNAFFECTED
            write-only became readable                        | {required: [a, b], properties: {a: {type: string}, b: {type: string, writeOnly: true}}} | {required: [a, b], properties: {a: {type: string}, b: {type: string}}} | {"a": "x"} | UNAFFECTED
            read-only became write-only, needed               | {required: [a], properties: {a: {type: string, readOnly: true}}} | {required: [a], properties: {a: {type: string, writeOnly: true}}} | {"a": "x"} | BREAKS
            read-only became write-only, not needed           | {required: [a, b], properties: {a: {type: string}, b: {type: string, readOnly: true}}} | {required: [a, b], properties: {a: {type: string}, b: {type: string, writeOnly: true}}} | {"a": "x"} | UNAFFECTED
            """)
    void theBodyOfAResponse(String change, String base, String revision, String body, String verdict) {
        ImpactResult impact = OneOperation.answered(object(base), object(revision), body, null);

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            new required property, object sent without it     | {} | {required: [a]} | {"v": 1} | | BREAKS
            new required property with a default              | {} | {required: [a], properties: {a: {default: 1}}} | {"v": 1} | | BREAKS
            new required property in an object that is sent   | {properties: {o: {type: object}}} | {properties: {o: {type: object, required: [a]}}} | {"o": {}} | | BREAKS
            new required property in an object never sent     | {properties: {o: {type: object}}} | {properties: {o: {type: object, required: [a]}}} | {"v": 1} | | UNAFFECTED
            new required property that is read-only           | {} | {required: [a], properties: {a: {type: string, readOnly: true}}} | {"v": 1} | | UNAFFECTED
            new required property in a branch not sent        | {oneOf: [{properties: {k: {const: a}}, required: [k]}, {properties: {k: {const: b}}, required: [k]}]} | {oneOf: [{properties: {k: {const: a}}, required: [k]}, {properties: {k: {const: b}}, required: [k, n]}]} | {"k": "a"} | | UNAFFECTED
            property removed from an open object, sent        | {properties: {v: {type: string}}} | {properties: {w: {}}} | {"v": "x"} | | CANNOT_TELL
            property removed from an open object, not sent    | {properties: {v: {type: string}, w: {}}} | {properties: {v: {type: string}}} | {"v": "x"} | | UNAFFECTED
            property removed from a closed object, sent       | {properties: {v: {type: string}, w: {}}, additionalProperties: false} | {properties: {w: {}}, additionalProperties: false} | {"v": "x"} | | BREAKS
            object closed, an undeclared key sent             | {properties: {w: {}}} | {properties: {w: {}}, additionalProperties: false} | {"v": "x"} | | BREAKS
            object closed by unevaluatedProperties            | {properties: {w: {}}} | {properties: {w: {}}, unevaluatedProperties: false} | {"v": "x"} | | BREAKS
            object closed, only declared keys sent            | {properties: {v: {}}} | {properties: {v: {}}, additionalProperties: false} | {"v": "x"} | | UNAFFECTED
            type narrowed, the example refused                | {properties: {v: {type: number}}} | {properties: {v: {type: integer}}} | {"v": 1.5} | | BREAKS
            type narrowed, the example admitted               | {properties: {v: {type: number}}} | {properties: {v: {type: integer}}} | {"v": 1} | {"match": "integer"} | UNAFFECTED
            type narrowed, other numbers may be sent          | {properties: {v: {type: number}}} | {properties: {v: {type: integer}}} | {"v": 1} | {"match": "type"} | CANNOT_TELL
            format added, the example refused                 | {properties: {v: {type: string}}} | {properties: {v: {type: string, format: uuid}}} | {"v": "x"} | | BREAKS
            values listed, the example refused                | {properties: {v: {type: string}}} | {properties: {v: {enum: [y]}}} | {"v": "x"} | | BREAKS
            value removed that a rule lists                   | {properties: {v: {enum: [x, y]}}} | {properties: {v: {enum: [x]}}} | {"v": "x"} | {"match": "regex", "regex": "x\\u007cy"} | BREAKS
            value removed that a rule admits                  | {properties: {v: {enum: [x, y]}}} | {properties: {v: {enum: [x]}}} | {"v": "x"} | {"match": "regex", "regex": "[xy]"} | BREAKS
            length bounded, longer texts of a rule refused    | {properties: {v: {type: string}}} | {properties: {v: {type: string, maxLength: 9}}} | {"v": "12"} | {"match": "regex", "regex": "[0-9]+"} | CANNOT_TELL
            pattern added that the rule keeps                 | {properties: {v: {type: string}}} | {properties: {v: {type: string, pattern: '^[0-9A-F]+$'}}} | {"v": "12"} | {"match": "regex", "regex": "[0-9]{2,4}"} | UNAFFECTED
            pattern added that the rule breaks                | {properties: {v: {type: string}}} | {properties: {v: {type: string, pattern: '^[0-8]+$'}}} | {"v": "12"} | {"match": "regex", "regex": "[0-9]+"} | CANNOT_TELL
            value removed that is never sent                  | {properties: {v: {enum: [x, y]}}} | {properties: {v: {enum: [x]}}} | {"v": "x"} | | UNAFFECTED
            value of another kind removed                     | {properties: {v: {enum: [x, 1]}}} | {properties: {v: {enum: [x]}}} | {"v": "x"} | {"match": "type"} | UNAFFECTED
            value added, others refused as before             | {properties: {v: {enum: [x]}}} | {properties: {v: {enum: [x, y]}}} | {"v": "x"} | {"match": "type"} | UNAFFECTED
            bound raised, larger ones refused as before       | {properties: {v: {type: integer, maximum: 6}}} | {properties: {v: {type: integer, maximum: 9}}} | {"v": 5} | {"match": "integer"} | UNAFFECTED
            only value changed                                | {properties: {v: {const: x}}} | {properties: {v: {const: y}}} | {"v": "x"} | | BREAKS
            bound below the example                           | {properties: {v: {type: integer}}} | {properties: {v: {type: integer, maximum: 4}}} | {"v": 5} | | BREAKS
            bound above the example, others may be sent       | {properties: {v: {type: integer}}} | {properties: {v: {type: integer, maximum: 6}}} | {"v": 5} | {"match": "integer"} | CANNOT_TELL
            bound above the only value sent                   | {properties: {v: {type: integer}}} | {properties: {v: {type: integer, maximum: 6}}} | {"v": 5} | | UNAFFECTED
            pattern that the example breaks                   | {properties: {v: {type: string}}} | {properties: {v: {type: string, pattern: '^a'}}} | {"v": "x"} | | BREAKS
            schema vanished                                   | {properties: {v: {type: string}}} | {properties: {v: {}}} | {"v": "x"} | | UNAFFECTED
            became non-nullable, null sent                    | {properties: {v: {type: [string, 'null']}}} | {properties: {v: {type: string}}} | {"v": null} | | BREAKS
            became non-nullable, null may be sent             | {properties: {v: {type: [string, 'null']}}} | {properties: {v: {type: string}}} | {"v": "x"} | {"match": "type"} or {"match": "null"} | BREAKS
            became non-nullable, null never sent              | {properties: {v: {type: [string, 'null']}}} | {properties: {v: {type: string}}} | {"v": "x"} | {"match": "type"} | UNAFFECTED
            became read-only, sent                            | {properties: {v: {type: string}}} | {properties: {v: {type: string, readOnly: true}}} | {"v": "x"} | | CANNOT_TELL
            became read-only, not sent                        | {properties: {v: {type: string}, w: {}}} | {properties: {v: {type: string}, w: {readOnly: true}}} | {"v": "x"} | | UNAFFECTED
            stops being read-only and is required             | {required: [w], properties: {w: {readOnly: true}}} | {required: [w], properties: {w: {}}} | {"v": "x"} | | BREAKS
            alternative of oneOf added that fits, too         | {oneOf: [{required: [v]}, {required: [w]}]} | {oneOf: [{required: [v]}, {required: [w]}, {properties: {v: {type: string}}, minProperties: 1}]} | {"v": "x"} | | BREAKS
            alternative of oneOf added that does not fit      | {oneOf: [{required: [v]}, {required: [w]}]} | {oneOf: [{required: [v]}, {required: [w]}, {required: [u]}]} | {"v": "x"} | | UNAFFECTED
            alternative of anyOf removed, the only that fits  | {anyOf: [{required: [v]}, {required: [w]}]} | {anyOf: [{required: [w]}]} | {"v": "x"} | | BREAKS
            alternative of oneOf removed, another is sent     | {oneOf: [{required: [v]}, {required: [w]}]} | {oneOf: [{required: [v]}]} | {"v": "x"} | | UNAFFECTED
            variant removed whose tag is sent                 | {oneOf: [{title: A, required: [k], properties: {k: {const: a}}}, {title: B, required: [k], properties: {k: {const: b}}}], discriminator: {propertyName: k}} | {oneOf: [{title: B, required: [k], properties: {k: {const: b}}}], discriminator: {propertyName: k}} | {"k": "a"} | | BREAKS
            part of allOf added that the example fails        | {allOf: [{type: object}]} | {allOf: [{type: object}, {required: [w]}]} | {"v": "x"} | | BREAKS
            part of allOf added that the example passes       | {allOf: [{type: object}]} | {allOf: [{type: object}, {required: [v]}]} | {"v": "x"} | | UNAFFECTED
            alternative of anyOf removed, another fits        | {anyOf: [{required: [v]}, {required: [w]}]} | {anyOf: [{required: [v]}]} | {"v": "x"} | | UNAFFECTED
            variant removed whose tag the mapping names       | {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}], discriminator: {propertyName: t, mapping: {card: '#/components/schemas/Card', cash: '#/components/schemas/Cash'}}} | {oneOf: [{$ref: '#/components/schemas/Cash'}], discriminator: {propertyName: t, mapping: {cash: '#/components/schemas/Cash'}}} | {"t": "card", "a": "x"} | | BREAKS
            type of an unsent property narrowed               | {properties: {v: {type: string}, w: {type: number}}} | {properties: {v: {type: string}, w: {type: integer}}} | {"v": "x"} | | UNAFFECTED
            new required property in elements that are sent   | {properties: {l: {type: array, items: {type: object}}}} | {properties: {l: {type: array, items: {type: object, required: [a]}}}} | {"l": [{"b": 1}]} | | BREAKS
            nested object closed by additionalProperties      | {properties: {o: {type: object, properties: {a: {}}}}} | {properties: {o: {type: object, properties: {a: {}}, additionalProperties: false}}} | {"o": {"a": 1, "b": 2}} | | BREAKS
            """)
    void theBodyOfARequest(String change, String base, String revision, String body, String rule, String verdict) {
        ImpactResult impact = OneOperation.sent(object(base), object(revision), body, rule);

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            path parameter narrowed, the value refused        | {name: id, in: path, required: true, schema: {type: string}} | {name: id, in: path, required: true, schema: {type: string, pattern: '^[a-z]+$'}} | {} | BREAKS
            path parameter narrowed, the value admitted       | {name: id, in: path, required: true, schema: {type: string}} | {name: id, in: path, required: true, schema: {type: integer}} | {} | UNAFFECTED
            path parameter narrowed, the path varies          | {name: id, in: path, required: true, schema: {type: string}} | {name: id, in: path, required: true, schema: {enum: ['7']}} | {"matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/things/[0-9]+"}]}}} | CANNOT_TELL
            new required query parameter, not sent            | | {name: q, in: query, required: true, schema: {type: string}} | {} | BREAKS
            new required header, not sent                     | | {name: X-Q, in: header, required: true, schema: {type: string}} | {} | BREAKS
            new required cookie, not sent                     | | {name: q, in: cookie, required: true, schema: {type: string}} | {} | BREAKS
            new required query parameter, sent already        | | {name: q, in: query, required: true, schema: {type: string}} | {"query": {"q": ["x"]}} | UNAFFECTED
            new required query parameter, its value refused   | | {name: q, in: query, required: true, schema: {type: integer}} | {"query": {"q": ["x"]}} | BREAKS
            new required header, sent already                 | | {name: X-Q, in: header, required: true, schema: {type: string}} | {"headers": {"x-q": "x"}} | UNAFFECTED
            new optional parameter                            | | {name: q, in: query, schema: {type: string}} | {} | UNAFFECTED
            parameter became required, not sent               | {name: q, in: query, schema: {type: string}} | {name: q, in: query, required: true, schema: {type: string}} | {} | BREAKS
            parameter became required, sent                   | {name: q, in: query, schema: {type: string}} | {name: q, in: query, required: true, schema: {type: string}} | {"query": {"q": ["x"]}} | UNAFFECTED
            parameter removed, sent                           | {name: q, in: query, schema: {type: string}} | | {"query": {"q": ["x"]}} | CANNOT_TELL
            parameter removed, not sent                       | {name: q, in: query, schema: {type: string}} | | {} | UNAFFECTED
            parameter moved to another place, sent            | {name: q, in: query, schema: {type: string}} | {name: q, in: header, schema: {type: string}} | {"query": {"q": ["x"]}} | BREAKS
            parameter moved to another place, not sent        | {name: q, in: query, schema: {type: string}} | {name: q, in: header, schema: {type: string}} | {} | UNAFFECTED
            required parameter renamed, sent                  | {name: q, in: query, required: true, schema: {type: string}} | {name: p, in: query, required: true, schema: {type: string}} | {"query": {"q": ["x"]}} | BREAKS
            header renamed in case only                       | {name: X-Q, in: header, required: true, schema: {type: string}} | {name: x-q, in: header, required: true, schema: {type: string}} | {"headers": {"X-Q": "x"}} | UNAFFECTED
            list written otherwise, sent                      | {name: q, in: query, schema: {type: array, items: {type: string}}} | {name: q, in: query, explode: false, schema: {type: array, items: {type: string}}} | {"query": {"q": ["x", "y"]}} | BREAKS
            list written otherwise, not sent                  | {name: q, in: query, schema: {type: array, items: {type: string}}} | {name: q, in: query, explode: false, schema: {type: array, items: {type: string}}} | {} | UNAFFECTED
            exploded list joined by pipes, a single value     | {name: q, in: query, schema: {type: array, items: {type: string}}} | {name: q, in: query, explode: false, style: pipeDelimited, schema: {type: array, items: {type: string}}} | {"query": {"q": ["x"]}} | UNAFFECTED
            object spread over the query brought together     | {name: q, in: query, schema: {type: object, properties: {a: {type: string}}}} | {name: q, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}} | {"query": {"a": ["x"]}} | BREAKS
            object written otherwise, sent                    | {name: q, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}} | {name: q, in: query, schema: {type: object, properties: {a: {type: string}}}} | {"query": {"q[a]": ["x"]}} | BREAKS
            reserved characters no longer allowed, sent       | {name: q, in: query, allowReserved: true, schema: {type: string}} | {name: q, in: query, schema: {type: string}} | {"query": {"q": ["a/b"]}} | BREAKS
            reserved characters no longer allowed, not sent   | {name: q, in: query, allowReserved: true, schema: {type: string}} | {name: q, in: query, schema: {type: string}} | {"query": {"q": ["ab"]}} | UNAFFECTED
            optional parameter renamed, sent                  | {name: q, in: query, schema: {type: string}} | {name: p, in: query, schema: {type: string}} | {"query": {"q": ["x"]}} | CANNOT_TELL
            optional parameter renamed, not sent              | {name: q, in: query, schema: {type: string}} | {name: p, in: query, schema: {type: string}} | {} | UNAFFECTED
            number became a longer text, a short one possible | {name: X-Q, in: header, required: true, schema: {type: integer}} | {name: X-Q, in: header, required: true, schema: {type: string, minLength: 2}} | {"headers": {"X-Q": "-5"}, "matchingRules": {"header": {"X-Q": {"matchers": [{"match": "regex", "regex": ".+"}]}}}} | CANNOT_TELL
            new required cookie, sent already                 | | {name: q, in: cookie, required: true, schema: {type: string}} | {"headers": {"Cookie": "p=1; q=x"}} | UNAFFECTED
            value of a header narrowed, refused               | {name: X-Q, in: header, schema: {type: string}} | {name: X-Q, in: header, schema: {type: integer}} | {"headers": {"X-Q": "x"}} | BREAKS
            value of a query parameter narrowed, others possible | {name: q, in: query, schema: {type: string}} | {name: q, in: query, schema: {enum: [x]}} | {"query": {"q": ["x"]}, "matchingRules": {"query": {"q": {"matchers": [{"match": "type"}]}}}} | CANNOT_TELL
            value of a query parameter narrowed, a listed one refused | {name: q, in: query, schema: {type: string}} | {name: q, in: query, schema: {enum: [x]}} | {"query": {"q": ["x"]}, "matchingRules": {"query": {"q": {"matchers": [{"match": "regex", "regex": "x\\u007cy"}]}}}} | BREAKS
            path parameter renamed                            | {name: id, in: path, required: true, schema: {type: string}} | {name: id, in: path, required: true, description: other, schema: {type: string}} | {} | UNAFFECTED
            single value of the form style, explode changed   | {name: q, in: query, schema: {type: string}} | {name: q, in: query, explode: false, schema: {type: string}} | {"query": {"q": ["x"]}} | UNAFFECTED
            default changed, left out                         | {name: q, in: query, schema: {type: string, default: a}} | {name: q, in: query, schema: {type: string, default: b}} | {} | CANNOT_TELL
            default changed, sent                             | {name: q, in: query, schema: {type: string, default: a}} | {name: q, in: query, schema: {type: string, default: b}} | {"query": {"q": ["x"]}} | UNAFFECTED
            negotiation headers declared as parameters        | | {name: Authorization, in: header, required: true, schema: {type: string}} | {} | UNAFFECTED
            """)
    void aParameter(String change, String base, String revision, String request, String verdict) {
        String operation = "{responses: {'200': {}}, parameters: [P]}";

        ImpactResult impact = OneOperation.operation(
                operation.replace("P", base == null ? "" : base),
                operation.replace("P", revision == null ? "" : revision),
                request,
                "{\"status\": 200}");

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            body became required, none sent                   | {content: {application/json: {}}} | {required: true, content: {application/json: {}}} | {} | BREAKS
            body became required, one sent                    | {content: {application/json: {}}} | {required: true, content: {application/json: {}}} | {"headers": {"Content-Type": "application/json"}, "body": {}} | UNAFFECTED
            new required body, none sent                      | {} | {required: true, content: {application/json: {}}} | {} | BREAKS
            media type removed, sent                          | {content: {application/json: {}, text/plain: {}}} | {content: {text/plain: {}}} | {"headers": {"Content-Type": "application/json"}, "body": {}} | BREAKS
            media type removed, another sent                  | {content: {application/json: {}, text/plain: {}}} | {content: {application/json: {}}} | {"headers": {"Content-Type": "application/json"}, "body": {}} | UNAFFECTED
            media type removed, a range covers it             | {content: {application/json: {}}} | {content: {application/*: {}}} | {"headers": {"Content-Type": "application/json"}, "body": {}} | UNAFFECTED
            range removed, a type of it sent                  | {content: {application/*: {}}} | {content: {text/*: {}}} | {"headers": {"Content-Type": "application/json"}, "body": {}} | BREAKS
            vendor type removed, its version sent             | {content: {application/vnd.t.v1+json: {}, application/vnd.t.v2+json: {}}} | {content: {application/vnd.t.v2+json: {}}} | {"headers": {"Content-Type": "application/vnd.t.v1+json"}, "body": {}} | BREAKS
            field of a form became required, not sent         | {content: {application/x-www-form-urlencoded: {schema: {type: object}}}} | {content: {application/x-www-form-urlencoded: {schema: {type: object, required: [b]}}}} | {"headers": {"Content-Type": "application/x-www-form-urlencoded"}, "body": "a=1"} | BREAKS
            field of a form narrowed, its value admitted      | {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}}}}}} | {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: integer}}}}}} | {"headers": {"Content-Type": "application/x-www-form-urlencoded"}, "body": "a=1"} | UNAFFECTED
            """)
    void theBodyOfARequestAsAWhole(String change, String base, String revision, String request, String verdict) {
        String operation = "{responses: {'200': {}}, requestBody: WHOLE}";

        ImpactResult impact = OneOperation.operation(
                operation.replace("WHOLE", base), operation.replace("WHOLE", revision), request, "{\"status\": 200}");

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            success status renumbered, expected               | {'200': {}} | {'201': {}} | {} | {"status": 200} | BREAKS
            success status covered by its range               | {'200': {}} | {2XX: {}} | {} | {"status": 200} | UNAFFECTED
            success status covered by the default only        | {'200': {}} | {default: {}} | {} | {"status": 200} | CANNOT_TELL
            success status removed, another expected          | {'200': {}, '201': {}} | {'201': {}} | {} | {"status": 201} | UNAFFECTED
            error status removed, expected, nothing covers it | {'200': {}, '404': {}} | {'200': {}} | {} | {"status": 404} | BREAKS
            error status removed, the default covers it       | {'200': {}, '404': {}, default: {}} | {'200': {}, default: {}} | {} | {"status": 404} | CANNOT_TELL
            error status removed, not expected                | {'200': {}, '404': {}} | {'200': {}} | {} | {"status": 200} | UNAFFECTED
            error status added                                | {'200': {}} | {'200': {}, 4XX: {}} | {} | {"status": 200} | UNAFFECTED
            another success status added                      | {'200': {}} | {'200': {}, '202': {}} | {} | {"status": 200} | UNAFFECTED
            error status removed, any client error will do    | {'200': {}, '404': {}, '409': {}} | {'200': {}, '409': {}} | {} | {"status": 404, "matchingRules": {"status": {"$": {"matchers": [{"match": "statusCode", "status": "clientError"}]}}}} | UNAFFECTED
            status of a range removed, another range stays    | {2XX: {}, 4XX: {}} | {2XX: {}} | {} | {"status": 404} | BREAKS
            schema moved from the status to its range         | {'200': {content: {application/json: {schema: {type: string}}}}} | {2XX: {content: {application/json: {schema: {type: string}}}}} | {} | {"status": 200, "body": "x"} | UNAFFECTED
            header removed, expected                          | {'200': {headers: {X-A: {required: true, schema: {type: string}}}}} | {'200': {}} | {} | {"status": 200, "headers": {"x-a": "1"}} | BREAKS
            header became optional, expected                  | {'200': {headers: {X-A: {required: true, schema: {type: string}}}}} | {'200': {headers: {X-A: {schema: {type: string}}}}} | {} | {"status": 200, "headers": {"X-A": "1"}} | BREAKS
            header of another type, expected                  | {'200': {headers: {X-A: {required: true, schema: {type: integer}}}}} | {'200': {headers: {X-A: {required: true, schema: {type: boolean}}}}} | {} | {"status": 200, "headers": {"X-A": "1"}} | BREAKS
            header became nullable, expected                  | {'200': {headers: {X-A: {required: true, schema: {enum: [NEW]}}}}} | {'200': {headers: {X-A: {required: true, schema: {enum: [NEW, null]}}}}} | {} | {"status": 200, "headers": {"x-a": "NEW"}} | BREAKS
            value added to a header, only an example known    | {'200': {headers: {X-A: {required: true, schema: {enum: [NEW]}}}}} | {'200': {headers: {X-A: {required: true, schema: {enum: [NEW, LATE]}}}}} | {} | {"status": 200, "headers": {"x-a": "NEW"}} | CANNOT_TELL
            header became nullable, of any text               | {'200': {headers: {X-A: {required: true, schema: {type: string}}}}} | {'200': {headers: {X-A: {required: true, schema: {type: [string, 'null']}}}}} | {} | {"status": 200, "headers": {"x-a": "NEW"}} | UNAFFECTED
            header removed, not expected                      | {'200': {headers: {X-A: {required: true, schema: {type: string}}}}} | {'200': {}} | {} | {"status": 200} | UNAFFECTED
            header in other letters                           | {'200': {headers: {X-A: {required: true, schema: {type: string}}}}} | {'200': {headers: {x-a: {required: true, schema: {type: string}}}}} | {} | {"status": 200, "headers": {"X-A": "1"}} | UNAFFECTED
            Content-Type described no longer                  | {'200': {headers: {Content-Type: {schema: {type: string}}}, content: {application/json: {}}}} | {'200': {content: {application/json: {}}}} | {} | {"status": 200, "headers": {"Content-Type": "application/json"}} | UNAFFECTED
            media type removed, negotiated                    | {'200': {content: {application/json: {}, text/csv: {}}}} | {'200': {content: {application/json: {}}}} | {"headers": {"Accept": "text/csv"}} | {"status": 200, "headers": {"Content-Type": "text/csv"}, "body": "a;b"} | BREAKS
            media type removed, another negotiated            | {'200': {content: {application/json: {}, text/csv: {}}}} | {'200': {content: {application/json: {}}}} | {"headers": {"Accept": "application/json;q=0.9, */*;q=0.1"}} | {"status": 200, "headers": {"Content-Type": "application/json; charset=utf-8"}, "body": {}} | UNAFFECTED
            media type added, an explicit Accept              | {'200': {content: {application/json: {}}}} | {'200': {content: {application/json: {}, application/xml: {}}}} | {"headers": {"Accept": "application/json"}} | {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {}} | UNAFFECTED
            media type added, anything accepted, type expected | {'200': {content: {application/json: {}}}} | {'200': {content: {application/xml: {}, application/json: {}}}} | {} | {"status": 200, "headers": {"Content-Type": "application/json"}, "body": {}} | UNAFFECTED
            media type added, anything accepted               | {'200': {content: {application/json: {}}}} | {'200': {content: {application/xml: {}, application/json: {}}}} | {"headers": {"Accept": "*/*"}} | {"status": 200, "body": {"a": 1}} | CANNOT_TELL
            media type added, nothing said of what is accepted | {'200': {content: {application/json: {}}}} | {'200': {content: {application/json: {}, application/xml: {}}}} | {} | {"status": 200, "body": {"a": 1}} | CANNOT_TELL
            media type added, the old one preferred           | {'200': {content: {application/json: {}}}} | {'200': {content: {application/json: {}, application/xml: {}}}} | {"headers": {"Accept": "application/json, */*;q=0.5"}} | {"status": 200, "body": {"a": 1}} | UNAFFECTED
            version of a vendor type told by a parameter      | {'200': {content: {'application/json;version=1': {}, 'application/json;version=2': {}}}} | {'200': {content: {'application/json;version=2': {}}}} | {"headers": {"Accept": "application/json;version=1"}} | {"status": 200, "body": {}} | BREAKS
            media type with a suffix for another              | {'200': {content: {application/vnd.t.v1+json: {}}}} | {'200': {content: {application/vnd.t.v2+json: {}}}} | {"headers": {"Accept": "application/vnd.t.v1+json"}} | {"status": 200, "headers": {"Content-Type": "application/vnd.t.v1+json"}, "body": {}} | BREAKS
            """)
    void theResponses(String change, String base, String revision, String request, String response, String verdict) {
        ImpactResult impact =
                OneOperation.operation("{responses: " + base + "}", "{responses: " + revision + "}", request, response);

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            scheme added, no credential sent                  | {} | {security: [{key: []}]} | {} | BREAKS
            scheme added, its credential sent                 | {} | {security: [{key: []}]} | {"headers": {"X-Key": "1"}} | UNAFFECTED
            scheme added, nothing is another alternative      | {} | {security: [{key: []}, {}]} | {} | UNAFFECTED
            scheme swapped, the old credential sent           | {security: [{key: []}]} | {security: [{token: []}]} | {"headers": {"X-Key": "1"}} | BREAKS
            scheme swapped, the old one remains               | {security: [{key: []}]} | {security: [{token: []}, {key: []}]} | {"headers": {"X-Key": "1"}} | UNAFFECTED
            API key moved, sent at the old place              | {security: [{key: []}]} | {security: [{moved: []}]} | {"headers": {"X-Key": "1"}} | BREAKS
            login demanded, some authorization sent           | {} | {security: [{login: []}]} | {"headers": {"Authorization": "Bearer x"}} | CANNOT_TELL
            login demanded, no authorization sent             | {} | {security: [{login: []}]} | {} | BREAKS
            scope added, some authorization sent              | {security: [{login: []}]} | {security: [{login: [write]}]} | {"headers": {"Authorization": "Bearer x"}} | CANNOT_TELL
            mutual TLS demanded                               | {} | {security: [{tls: []}]} | {"headers": {"Authorization": "Bearer x"}} | CANNOT_TELL
            security removed                                  | {security: [{key: []}]} | {} | {"headers": {"X-Key": "1"}} | UNAFFECTED
            deprecated                                        | {} | {deprecated: true, x-sunset: '2030-01-01'} | {} | UNAFFECTED
            names and texts                                   | {operationId: a, tags: [x], summary: s} | {operationId: b, tags: [y], summary: t, description: u} | {} | UNAFFECTED
            """)
    void theOperation(String change, String base, String revision, String request, String verdict) {
        String schemes =
                "{components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, moved: {type: apiKey,"
                        + " in: query, name: key}, token: {type: http, scheme: bearer}, login: {type: oauth2, flows: {}},"
                        + " tls: {type: mutualTLS}}}}";

        ImpactResult impact = OneOperation.documents(
                OneOperation.document(with(base), schemes),
                OneOperation.document(with(revision), schemes),
                "/things/7",
                request,
                "{\"status\": 200}");

        assertThat(impact.verdict()).as(impact.toString()).hasToString(verdict);
    }

    private static String with(String members) {
        String inner = members.substring(1, members.length() - 1);
        return "{responses: {'200': {}}" + (inner.isBlank() ? "" : ", " + inner) + "}";
    }

    private static String object(String members) {
        String inner = members.substring(1, members.length() - 1);
        return "{type: object" + (inner.isBlank() ? "" : ", " + inner) + "}";
    }
}
