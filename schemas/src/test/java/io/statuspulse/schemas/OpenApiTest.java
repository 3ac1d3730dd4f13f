package io.statuspulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class OpenApiTest {
    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(Schemas.resource("openapi.yaml"));
    private static final JsonNode POST = DOCUMENT.at("/webhooks/event/post");

    @Test
    void the_version_has_webhooks() {
        assertThat(DOCUMENT.path("openapi").asString()).startsWith("3.1.");
        assertThat(POST.isObject()).isTrue();
    }

    @Test
    void both_headers_are_required() {
        assertThat(POST.path("parameters")).hasSize(2).allSatisfy(header -> {
            assertThat(header.path("in").asString()).isEqualTo("header");
            assertThat(header.path("required").asBoolean()).isTrue();
        });
        assertThat(POST.path("parameters").findValuesAsString("name"))
                .containsExactly("X-StatusPulse-Signature", "X-StatusPulse-Timestamp");
    }

    @Test
    void the_body_is_the_received_event_with_the_guides_example() {
        JsonNode body = POST.at("/requestBody/content/application~1json");

        assertThat(body.at("/schema/$ref").asString()).isEqualTo(SchemaName.EVENT_RECEIVED.file());
        assertThat(Schemas.resource(body.at("/examples/guide/externalValue").asString()))
                .isEqualTo(Schemas.guideExample());
    }

    @Test
    void a_delivery_is_answered_200_or_401() {
        assertThat(POST.path("responses").propertyNames()).contains("200", "401");
    }
}
