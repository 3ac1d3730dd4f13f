package io.statuspulse.simulator.event;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventGeneratorTest {
    private static final Instant RUN = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:07.9Z");
    private static final int SEEDS = 2000;

    // Pinned, so that a seed means the same on every Java release and in every version of the kit.
    @Test
    void makesTheSameBytesFromTheSameSeed() throws NoSuchAlgorithmException {
        assertThat(json(42, EventType.STATUS_CHANGE, "pinned", 7))
                .isEqualTo("{\"event_id\":\"evt_ad39575f4b4d\",\"timestamp\":\"2026-03-01T12:00:07Z\","
                        + "\"event_type\":\"status_change\",\"check_id\":\"chk_kit_eu_west_1_queue\","
                        + "\"endpoint\":\"https://queue.example.com/v2/health\",\"previous_status\":\"operational\","
                        + "\"current_status\":\"degraded\",\"response_time_ms\":900,\"region\":\"eu-west-1\","
                        + "\"error_code\":500,\"retry_count\":0}");
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        events().forEach(event ->
                all.update(event.toJson().write(JsonLayout.COMPACT).getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(all.digest()))
                .isEqualTo("424202437fd3ff0f01963b42d137018a6e1915eed21077aa9b90eb223e508dd2");
    }

    @Test
    void makesTheSameEventWhateverWasAskedForBefore() {
        EventGenerator generator = new EventGenerator(1, RUN);
        List<Event> forwards = IntStream.range(0, 20)
                .mapToObj(i -> generator.event(EventType.LATENCY_SPIKE, "label", i, NOW))
                .toList();
        for (int i = 19; i >= 0; i--) {
            assertThat(generator.event(EventType.LATENCY_SPIKE, "label", i, NOW))
                    .isEqualTo(forwards.get(i));
        }
    }

    @Test
    void makesOtherEventsFromOtherSeedsLabelsAndNumbers() {
        assertThat(Set.of(
                        json(1, EventType.STATUS_CHANGE, "a", 1),
                        json(2, EventType.STATUS_CHANGE, "a", 1),
                        json(1, EventType.STATUS_CHANGE, "b", 1),
                        json(1, EventType.STATUS_CHANGE, "a", 2)))
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void makesEventsThatTheProviderCouldHaveSent(EventType type) {
        for (int seed = 0; seed < SEEDS; seed++) {
            String json = json(seed, type, "valid", seed % 7);
            assertThat(Schemas.validate(SchemaName.EVENT_EMITTED, json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isEmpty();
        }
    }

    @Test
    void neverRepeatsAnId() {
        Set<String> ids = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            for (String label : List.of("a", "b", "a other")) {
                for (int number = 0; number < 100; number++) {
                    ids.add(new EventGenerator(seed, RUN).eventId(label, number));
                }
            }
        }
        assertThat(ids).hasSize(20 * 3 * 100).allMatch(id -> id.matches("evt_[0-9a-f]{12}"));
    }

    @Test
    void makesOtherIdsInEveryRunAndTheSameEventOtherwise() {
        Event first = new EventGenerator(5, RUN).event(EventType.STATUS_CHANGE, "a", 0, NOW);
        Event second = new EventGenerator(5, RUN.plusNanos(1)).event(EventType.STATUS_CHANGE, "a", 0, NOW);

        assertThat(second.eventId()).isNotEqualTo(first.eventId());
        assertThat(second.toJson().without("event_id")).isEqualTo(first.toJson().without("event_id"));
    }

    @Test
    void marksEveryCheckAsTheKits() {
        assertThat(events()).allMatch(event -> event.checkId().startsWith("chk_kit_"));
    }

    @Test
    void namesTheRegionAndTheServiceInTheCheck() {
        assertThat(events()).allSatisfy(event -> {
            String service = event.endpoint().replaceAll("https://([a-z]+)\\.example\\.com/v[1-3]/health", "$1");
            assertThat(event.checkId()).isEqualTo("chk_kit_" + event.region().replace('-', '_') + "_" + service);
        });
    }

    @Test
    void datesEventsUpToFourSecondsBack() {
        assertThat(events())
                .allSatisfy(event -> assertThat(Duration.between(event.timestamp(), NOW))
                        .isBetween(Duration.ZERO, Duration.ofSeconds(4)));
        assertThat(events().map(Event::timestamp).distinct()).hasSize(5);
    }

    @Test
    void usesEveryRegionAndEveryServiceAboutAsOften() {
        for (Map<String, List<Event>> kind : List.of(
                events().collect(groupingBy(Event::region)),
                events().collect(groupingBy(event -> event.endpoint().split("[/.]", -1)[2])))) {
            int expected = SEEDS * EventType.values().length / kind.size();
            assertThat(kind).hasSizeGreaterThanOrEqualTo(7);
            assertThat(kind.values())
                    .allSatisfy(some -> assertThat(some.size()).isBetween(expected * 8 / 10, expected * 12 / 10));
        }
    }

    @Test
    void changesStatusToEveryBadOneAndBack() {
        Map<String, List<Event>> ways = events(EventType.STATUS_CHANGE)
                .collect(groupingBy(event -> event.previousStatus() + " " + event.currentStatus()));
        assertThat(ways.keySet())
                .containsExactlyInAnyOrder(
                        "operational degraded",
                        "operational partial_outage",
                        "operational major_outage",
                        "degraded operational",
                        "partial_outage operational",
                        "major_outage operational");
        long recoveries = events(EventType.STATUS_CHANGE)
                .filter(event -> event.currentStatus().equals("operational"))
                .count();
        assertThat(recoveries).isBetween(SEEDS / 4L, SEEDS / 2L);
    }

    @Test
    void tellsAnErrorExactlyWhereAStatusGotWorse() {
        assertThat(events()).allSatisfy(event -> {
            boolean worse = event.type() == EventType.STATUS_CHANGE
                    && !event.currentStatus().equals("operational");
            assertThat(event.errorCode().isPresent()).as(event.toString()).isEqualTo(worse);
        });
        assertThat(events().map(Event::errorCode).flatMap(Optional::stream).distinct())
                .containsExactlyInAnyOrder(500, 502, 503, 504);
    }

    @Test
    void spreadsLatenciesAsLatenciesAreSpread() {
        int[] sorted = events(EventType.LATENCY_SPIKE)
                .mapToInt(event -> event.responseTimeMs().orElseThrow())
                .sorted()
                .toArray();
        int median = sorted[SEEDS / 2];
        assertThat(median).isBetween(1350, 1650);
        assertThat(sorted[0]).isPositive();
        assertThat(sorted[SEEDS * 99 / 100] - median)
                .as("upper tail")
                .isGreaterThan(2 * (median - sorted[SEEDS / 100]));
    }

    @Test
    void isTheFirstAttempt() {
        assertThat(events()).allMatch(event -> event.retryCount() == 0);
    }

    @Test
    void writesTheElevenFieldsInTheOrderOfTheGuide() {
        List<String> guide = Arrays.stream(new String(Schemas.guideExample(), StandardCharsets.UTF_8).split("\n"))
                .filter(line -> line.contains(":"))
                .map(line -> line.strip().split("\"", -1)[1])
                .toList();
        assertThat(guide).hasSize(11);
        assertThat(events().limit(8))
                .allSatisfy(event -> assertThat(event.toJson().members())
                        .extracting(JsonText.Member::name)
                        .isEqualTo(guide));
    }

    @Test
    void namesEventTypesAsPayloadsDo() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::text))
                .containsExactly("status_change", "latency_spike", "maintenance_window", "certificate_expiry");
        assertThat(EventType.named("latency_spike")).contains(EventType.LATENCY_SPIKE);
        assertThat(EventType.named("LATENCY_SPIKE")).isEmpty();
    }

    private static Stream<Event> events() {
        return Arrays.stream(EventType.values()).flatMap(EventGeneratorTest::events);
    }

    private static Stream<Event> events(EventType type) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> new EventGenerator(seed, RUN).event(type, type.text(), seed, NOW));
    }

    private static String json(long seed, EventType type, String label, int number) {
        return new EventGenerator(seed, RUN)
                .event(type, label, number, NOW)
                .toJson()
                .write(JsonLayout.COMPACT);
    }
}
