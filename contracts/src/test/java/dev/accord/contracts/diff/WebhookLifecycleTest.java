package dev.accord.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** Operations of webhooks go as operations of paths do, for those who send what the webhook describes. */
class WebhookLifecycleTest {

    private static final String HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\nwebhooks: ";

    @Test
    void aMethodThatGoesIsToldToBothSides() {
        assertThat(Documents.diff(HEAD + "{paid: {post: {responses: {}}}}", HEAD + "{paid: {put: {responses: {}}}}"))
                .filteredOn(each -> each.level() == Level.ERROR)
                .extracting(Change::ruleId, Change::operation)
                .containsExactlyInAnyOrder(
                        tuple("webhook-operation-removed", null),
                        tuple("api-removed-without-deprecation", "POST webhook:paid"));
    }

    @Test
    void aDeprecatedMethodMayGoForTheSender() {
        assertThat(Documents.diff(
                        HEAD + "{paid: {post: {deprecated: true, responses: {}}}}",
                        HEAD + "{paid: {put: {responses: {}}}}"))
                .filteredOn(each -> each.level() == Level.ERROR)
                .extracting(Change::ruleId)
                .containsExactly("webhook-operation-removed");
    }

    @Test
    void aDeletedSunsetIsToldEvenWhereTheLevelOfStabilityIsNone() {
        String before = Documents.document("/a: {get: {deprecated: true, x-sunset: '2027-01-01', responses: {}}}");
        String after = Documents.document("/a: {get: {deprecated: true, x-stability-level: soon, responses: {}}}");

        assertThat(Documents.diff(before, after))
                .extracting(Change::ruleId)
                .containsExactlyInAnyOrder("sunset-deleted", "api-invalid-stability-level");
    }
}
