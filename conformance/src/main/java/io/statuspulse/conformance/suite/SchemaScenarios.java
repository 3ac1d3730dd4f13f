package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.PAY_3;
import static io.statuspulse.conformance.scenario.Requirement.PAY_6;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.simulator.delivery.BodyEdit;
import io.statuspulse.simulator.delivery.BodyEdit.RemoveField;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rightly signed bodies that are newer than the receiver, or wrong: neither may hurt it. */
final class SchemaScenarios {
    private static final List<String> TEXT_FIELDS = List.of(
            "event_id",
            "timestamp",
            "event_type",
            "check_id",
            "endpoint",
            "previous_status",
            "current_status",
            "region");
    private static final List<String> NUMBER_FIELDS = List.of("response_time_ms", "error_code", "retry_count");
    private static final List<String> NULLABLE = List.of("response_time_ms", "error_code");

    private static final String NEWER =
            "The provider adds fields, types and statuses without asking: a receiver that insists on today's loses"
                    + " deliveries on the day of the release.";
    private static final String BROKEN =
            "A body that does not fit must end in an answer: a 500 is retried for hours, and hides the day when something"
                    + " is really broken.";

    private SchemaScenarios() {}

    static List<Scenario> list() {
        return List.of(
                must("schema/unknown-field", PAY_6, "an unknown field is accepted")
                        .why(NEWER)
                        .mend(Mends.OPEN_SCHEMA)
                        .accepts(valid().but(new SetField("x_new_field", "\"new\""))),
                must("schema/unknown-nested-field", PAY_6, "an unknown object field is accepted")
                        .why(NEWER)
                        .mend(Mends.OPEN_SCHEMA)
                        .accepts(
                                valid().but(new SetField("x_details", "{\"probes\":[1,{\"ok\":true}],\"note\":null}"))),
                should("schema/unknown-event-type", PAY_6, "an unknown event type is answered 2xx")
                        .why(NEWER)
                        .mend(Mends.OPEN_SCHEMA)
                        .accepts(valid().but(new SetField("event_type", "\"dns_change\""))),
                should("schema/unknown-status", PAY_6, "an unknown status is answered 2xx")
                        .why(NEWER)
                        .mend(Mends.OPEN_SCHEMA)
                        .accepts(valid().but(
                                        new SetField("previous_status", "\"operational\""),
                                        new SetField("current_status", "\"recovering\""))),
                should("schema/fractional-seconds", PAY_3, "a body timestamp with fractions is accepted")
                        .why("RFC 3339 allows them, and the provider may send them one day.")
                        .mend(Mends.OPEN_SCHEMA)
                        .refs("RFC 3339, 5.6")
                        .accepts(valid().but(new SetField("timestamp", "\"2026-01-02T03:04:05.678Z\""))),
                should("schema/zone-offset", PAY_3, "a body timestamp with an offset is accepted")
                        .why("RFC 3339 allows them, and the provider may send them one day.")
                        .mend(Mends.OPEN_SCHEMA)
                        .refs("RFC 3339, 5.6")
                        .accepts(valid().but(new SetField("timestamp", "\"2026-01-02T05:04:05+02:00\""))),
                broken(
                                "schema/field-missing",
                                "a signed body that lacks a field (each of the eleven) is answered 4xx, never 5xx")
                        .refuses(each(all(), RemoveField::new)),
                broken(
                                "schema/field-null",
                                "a signed body with a null field (each that may not be) is answered 4xx, never 5xx")
                        .refuses(each(
                                all().filter(field -> !NULLABLE.contains(field)),
                                field -> new SetField(field, "null"))),
                broken(
                                "schema/field-wrong-type",
                                "a signed body with a field of the wrong type (each of the eleven) is answered 4xx, never 5xx")
                        .refuses(each(
                                all(),
                                field -> new SetField(field, TEXT_FIELDS.contains(field) ? "[42]" : "{\"n\":1}"))),
                broken(
                                "schema/field-out-of-range",
                                "a signed body with a number out of range is answered 4xx, never 5xx")
                        .refuses(
                                with("response_time_ms", "-1"),
                                with("error_code", "99"),
                                with("error_code", "600"),
                                with("retry_count", "-1"),
                                with("retry_count", "0.5")),
                broken("schema/bad-timestamp", "a signed body with an impossible date is answered 4xx, never 5xx")
                        .refuses(
                                with("timestamp", "\"2026-02-30T25:61:61Z\""),
                                with("timestamp", "\"yesterday\""),
                                with("timestamp", "\"\"")),
                broken("schema/empty-object", "a signed {} is answered 4xx, never 5xx")
                        .refuses(valid().but(new WholeBody("{}"))));
    }

    private static ScenarioBuilder broken(String id, String title) {
        return should(id, PAY_6, title).why(BROKEN).mend(Mends.VALIDATE);
    }

    private static Stream<String> all() {
        return Stream.of(TEXT_FIELDS, NUMBER_FIELDS).flatMap(List::stream);
    }

    private static DeliveryPlan[] each(Stream<String> fields, Function<String, BodyEdit> edit) {
        return fields.map(field -> valid().but(edit.apply(field))).toArray(DeliveryPlan[]::new);
    }

    private static DeliveryPlan with(String field, String json) {
        return valid().but(new SetField(field, json));
    }
}
