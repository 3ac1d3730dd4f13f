package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.suite.Suite;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What users see of the suite: its names, tags and titles. */
class GeneratedInterfacesTest {
    private static final Map<String, Method> METHODS = Arrays.stream(StatusPulseConformance.class.getMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .collect(Collectors.toMap(Method::getName, Function.identity()));

    @Test
    void there_is_one_method_for_each_scenario() {
        Set<String> expected = Suite.scenarios().stream()
                .map(scenario ->
                        scenario.id().replace('/', '_').replace('-', '_').replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(METHODS.keySet())).isEqualTo(expected).hasSizeGreaterThan(140);
    }

    @Test
    void names_that_people_write_into_their_builds_stay() {
        assertThat(METHODS)
                .containsKeys(
                        "signature_missing",
                        "raw_body_pretty_printed",
                        "timestamp_hour_old",
                        "tampering_invalid_utf_8_swapped",
                        "timestamp_400_digits",
                        "idempotency_retry");
    }

    @Test
    void each_area_has_an_interface_of_its_own() {
        assertThat(StatusPulseConformance.class.getInterfaces())
                .containsExactlyInAnyOrder(
                        AcceptanceConformance.class,
                        RawBodyConformance.class,
                        SignatureConformance.class,
                        TamperingConformance.class,
                        TimestampConformance.class,
                        RotationConformance.class,
                        SecretConformance.class,
                        SchemaConformance.class,
                        IdempotencyConformance.class,
                        OrderingConformance.class,
                        ReplayConformance.class,
                        PayloadConformance.class,
                        HttpConformance.class,
                        TlsConformance.class);
        assertThat(StatusPulseConformance.class.getDeclaredMethods()).isEmpty();
    }

    @Test
    void a_test_shows_the_id_and_the_title() {
        assertThat(Suite.scenarios())
                .allSatisfy(scenario -> assertThat(method(scenario)
                                .getAnnotation(DisplayName.class)
                                .value())
                        .isEqualTo(scenario.id() + ": " + scenario.title()));
    }

    @Test
    void a_test_is_tagged_with_level_area_and_the_tags_of_its_scenario() {
        assertThat(Suite.scenarios())
                .allSatisfy(scenario -> assertThat(tags(scenario)).isEqualTo(expectedTags(scenario)));
        assertThat(tags(Suite.find("signature/missing").orElseThrow())).containsExactly("must", "quick", "signature");
    }

    @Test
    void a_test_belongs_to_the_interface_of_its_area() {
        assertThat(Suite.scenarios())
                .allSatisfy(scenario -> assertThat(method(scenario)
                                .getDeclaringClass()
                                .getSimpleName()
                                .replace("Conformance", "")
                                .toLowerCase(java.util.Locale.ROOT))
                        .isEqualTo(scenario.area().replace("-", "")));
    }

    private static Method method(Scenario scenario) {
        return METHODS.get(scenario.id().replace('/', '_').replace('-', '_').replace('.', '_'));
    }

    private static List<String> tags(Scenario scenario) {
        return Arrays.stream(method(scenario).getAnnotationsByType(Tag.class))
                .map(Tag::value)
                .sorted()
                .toList();
    }

    private static List<String> expectedTags(Scenario scenario) {
        return Stream.concat(
                        Stream.of(scenario.level().name().toLowerCase(java.util.Locale.ROOT), scenario.area()),
                        scenario.tags().stream().map(io.statuspulse.conformance.scenario.Tag::label))
                .distinct()
                .sorted()
                .toList();
    }
}
