package dev.accord.contracts.diff;

import java.util.List;

/** Pairs of schemas that differ in one thing, for each keyword that is compared. */
final class SchemaEdits {

    static final List<EveryRuleTest.Edit> ALL =
            """
            {type: string} | {type: integer}
            {type: integer} | {type: number}
            {type: string} | {type: object, properties: {a: {type: string}}}
            {type: string, format: date} | {type: string}
            {type: [string, integer]} | {type: [string, integer, boolean]}
            {type: string} | {type: [string, 'null']}
            {type: string} | {type: array, items: {type: string}}
            {enum: [a, b]} | {enum: [a]}
            {type: string, enum: [a]} | {type: string}
            {enum: [a, b], readOnly: true} | {enum: [a], readOnly: true}
            {enum: [a, b], writeOnly: true} | {enum: [a], writeOnly: true}
            {type: string, const: a} | {type: string, const: b}
            {type: string, const: a} | {type: string}
            {type: string, x-extensible-enum: [a, b]} | {type: string, x-extensible-enum: [a]}
            {type: string, default: a} | {type: string, default: b}
            {type: string, default: a} | {type: string}
            {type: integer, maximum: 5} | {type: integer, maximum: 6}
            {type: integer, maximum: 5} | {type: integer}
            {type: integer, minimum: 5} | {type: integer, minimum: 6}
            {type: integer, minimum: 5} | {type: integer}
            {type: integer, exclusiveMaximum: 5} | {type: integer, exclusiveMaximum: 6}
            {type: integer, exclusiveMaximum: 5} | {type: integer}
            {type: integer, exclusiveMinimum: 5} | {type: integer, exclusiveMinimum: 6}
            {type: integer, exclusiveMinimum: 5} | {type: integer}
            {type: integer, multipleOf: 5} | {type: integer, multipleOf: 10}
            {type: integer, multipleOf: 5} | {type: integer, multipleOf: 7}
            {type: integer, multipleOf: 5} | {type: integer}
            {type: string, maxLength: 5} | {type: string, maxLength: 6}
            {type: string, maxLength: 5} | {type: string}
            {type: string, minLength: 5} | {type: string, minLength: 6}
            {type: string, minLength: 5} | {type: string}
            {type: array, items: {type: string}, maxItems: 5} | {type: array, items: {type: string}, maxItems: 6}
            {type: array, items: {type: string}, maxItems: 5} | {type: array, items: {type: string}}
            {type: array, items: {type: string}, minItems: 5} | {type: array, items: {type: string}, minItems: 6}
            {type: array, items: {type: string}, minItems: 5} | {type: array, items: {type: string}}
            {type: array, uniqueItems: true} | {type: array}
            {type: array, items: {type: string}} | {type: array}
            {type: object, maxProperties: 5} | {type: object, maxProperties: 6}
            {type: object, maxProperties: 5} | {type: object}
            {type: object, minProperties: 5} | {type: object, minProperties: 6}
            {type: object, minProperties: 5} | {type: object}
            {type: string, pattern: '^a$'} | {type: string}
            {type: string, pattern: '^a$'} | {type: string, pattern: '^b$'}
            {type: string, pattern: '^a$'} | {type: string, pattern: '.*'}
            {type: string, contentEncoding: base64} | {type: string, contentEncoding: base32}
            {type: string, contentMediaType: text/plain} | {type: string, contentMediaType: image/png}
            {type: string, contentSchema: {type: object}} | {type: string}
            {type: object} | {type: object, additionalProperties: false}
            {type: object} | {type: object, additionalProperties: {type: string}}
            {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: false}
            {type: object} | {type: object, propertyNames: {maxLength: 3}}
            {type: object} | {type: object, patternProperties: {'^x': {type: string}}}
            {type: object} | {type: object, dependentRequired: {a: [b]}}
            {type: object, dependentRequired: {a: [c]}} | {type: object, dependentRequired: {a: [b]}}
            {type: object} | {type: object, dependentSchemas: {a: {minProperties: 2}}}
            {type: object} | {type: object, unevaluatedProperties: false}
            {type: object} | {type: object, unevaluatedProperties: {type: string}}
            {type: array} | {type: array, unevaluatedItems: false}
            {type: array} | {type: array, contains: {const: 1}}
            {type: array, contains: {const: 1}, minContains: 2} | {type: array, contains: {const: 1}, minContains: 3}
            {type: array, contains: {const: 1}, maxContains: 2} | {type: array, contains: {const: 1}, maxContains: 3}
            {type: array, contains: {const: 1}, maxContains: 2} | {type: array, contains: {const: 1}}
            {type: array, prefixItems: [{type: string}]} | {type: array}
            {not: {const: 1}} | {not: {const: 2}}
            {not: {const: 1}} | {}
            {if: {const: 1}, then: {minimum: 1}, else: {maximum: 3}} | {}
            {if: {const: 1}, then: {minimum: 1}} | {if: {const: 1}}
            {if: {const: 1}, else: {minimum: 1}} | {if: {const: 1}}
            false | {}
            {type: object} | {type: object, properties: {a: {type: string}}}
            {type: object} | {type: object, required: [a], properties: {a: {type: string}}}
            {type: object} | {type: object, required: [a], properties: {a: {type: string, default: x}}}
            {type: object, properties: {a: {type: string}}} | {type: object, required: [a], properties: {a: {type: string}}}
            {type: object, properties: {a: {default: x}}} | {type: object, required: [a], properties: {a: {default: x}}}
            {type: object} | {type: object, properties: {a: {type: string, readOnly: true}}}
            {type: object} | {type: object, properties: {a: {type: string, writeOnly: true}}}
            {type: object} | {type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}
            {properties: {a: {writeOnly: true}}} | {required: [a], properties: {a: {writeOnly: true}}}
            {type: string} | {type: string, readOnly: true}
            {type: string} | {type: string, writeOnly: true}
            {readOnly: true, type: integer, maximum: 3} | {readOnly: true, type: integer, maximum: 4}
            {readOnly: true, type: integer, minimum: 3} | {readOnly: true, type: integer, minimum: 4}
            {readOnly: true, type: integer, exclusiveMaximum: 3} | {readOnly: true, type: integer, exclusiveMaximum: 4}
            {readOnly: true, type: integer, exclusiveMinimum: 3} | {readOnly: true, type: integer, exclusiveMinimum: 4}
            {readOnly: true, type: string, maxLength: 3} | {readOnly: true, type: string, maxLength: 4}
            {type: string} | {type: string, deprecated: true}
            {type: string} | {type: string, deprecated: true, x-sunset: '2027-01-01'}
            {type: string} | {type: string, deprecated: true, x-sunset: '2026-01-01'}
            {type: string} | {type: string, deprecated: true, x-sunset: soon}
            {type: string, x-stability-level: stable} | {type: string, x-stability-level: beta}
            {oneOf: [{title: A, type: string}, {title: B, type: object}]} | {oneOf: [{title: A, type: string}]}
            {oneOf: [{title: A, minimum: 1}, {title: B, minimum: 7}]} | {oneOf: [{title: A, minimum: 1}]}
            {anyOf: [{title: A, minimum: 1}, {title: B, minimum: 7}]} | {anyOf: [{title: A, minimum: 1}]}
            {allOf: [{minimum: 1}, {title: B, multipleOf: 7}]} | {allOf: [{minimum: 1}]}
            {allOf: [{minimum: 1}, {title: B}]} | {allOf: [{minimum: 1}]}
            {type: object, properties: {a: {type: string}}} | {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}
            {oneOf: [{title: A}, {title: B}]} | {oneOf: [{title: A}, {title: B}], discriminator: {propertyName: t}}
            {oneOf: [{title: A}], discriminator: {propertyName: t}} | {oneOf: [{title: A}], discriminator: {propertyName: u}}
            {oneOf: [{title: A}], discriminator: {propertyName: t}} | {oneOf: [{title: A}], discriminator: {propertyName: t, mapping: {x: '#/a'}}}
            {oneOf: [{title: A}], discriminator: {propertyName: t, mapping: {x: '#/b'}}} | {oneOf: [{title: A}], discriminator: {propertyName: t, mapping: {x: '#/a'}}}
            {$ref: 'https://elsewhere.example/a.json'} | {$ref: 'https://elsewhere.example/b.json'}
            """.lines().map(EveryRuleTest.Edit::of).toList();

    private SchemaEdits() {}
}
