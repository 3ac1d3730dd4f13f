package io.statuspulse.conformance.vectors;

import static io.statuspulse.conformance.scenario.Requirement.TIME_1;
import static io.statuspulse.conformance.scenario.Requirement.TIME_2;

import io.statuspulse.conformance.scenario.Level;
import io.statuspulse.simulator.bytes.Bytes;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every second around the edges of several tolerances, and clocks with other numbers of bits and digits. */
final class ToleranceVectors {
    private static final Bytes BODY = Bytes.utf8("{\"event_id\":\"evt_555555555555\",\"current_status\":\"degraded\"}");
    private static final long YEAR = 31_536_000;

    private ToleranceVectors() {}

    static Stream<VectorGroup> groups() {
        return Stream.concat(
                LongStream.of(300, 60, 1, 0, 3600, 86_400).mapToObj(ToleranceVectors::tolerance),
                Stream.of(
                        clock("clock-2001", "a clock with nine digits turning ten", 1_000_000_000L),
                        clock("clock-2038", "a clock at 2^31", 1L << 31),
                        clock("clock-2106", "a clock at 2^32", 1L << 32),
                        clock("clock-2286", "a clock with ten digits turning eleven", 10_000_000_000L)));
    }

    private static VectorGroup tolerance(long seconds) {
        Setting setting = Setting.USUAL.withTolerance(seconds);
        String area = "timestamp/tolerance-" + seconds;
        Stream<SignatureVector> edges = LongStream.of(-2, -1, 0, 1, 2)
                .map(by -> seconds + by)
                .filter(distance -> distance >= 0)
                .boxed()
                .flatMap(distance -> distance == 0
                        ? Stream.of(off(area, setting, 0))
                        : Stream.of(off(area, setting, -distance), off(area, setting, distance)));
        // Half of it, and twice as much: what a wrong unit or a doubled tolerance moves.
        Stream<SignatureVector> further = seconds < 60
                ? Stream.empty()
                : LongStream.of(seconds / 2, 2 * seconds, 60 * seconds, 1000 * seconds)
                        .boxed()
                        .flatMap(distance -> Stream.of(off(area, setting, -distance), off(area, setting, distance)));
        return new VectorGroup(
                "tolerance-" + seconds,
                "Timestamps around the edges of a tolerance of " + seconds + " s.",
                setting,
                Stream.concat(edges, further).toList());
    }

    private static VectorGroup clock(String id, String comment, long now) {
        Setting setting = Setting.USUAL.withNow(now);
        List<SignatureVector> around = LongStream.of(-299, -1, 0, 1, 299)
                .mapToObj(by -> new Family("timestamp/" + id, level(now, by), TIME_1, VectorFlag.CLOCK)
                        .valid(variant(by), words(by), setting.request(Long.toString(now + by), BODY)))
                .toList();
        Stream<SignatureVector> beyond =
                LongStream.of(-YEAR, -301, 301, YEAR).mapToObj(by -> off("timestamp/" + id, setting, by));
        return new VectorGroup(
                id,
                "With " + comment + ".",
                setting,
                Stream.concat(around.stream(), beyond).toList());
    }

    /** Of the future a verifier may allow less than of the past, as scenarios do; and 2106 is far away. */
    private static Level level(long now, long by) {
        return by > 0 || now > 1L << 31 ? Level.SHOULD : Level.MUST;
    }

    private static SignatureVector off(String family, Setting setting, long by) {
        long tolerance = setting.tolerance().toSeconds();
        Request request = setting.request(Long.toString(setting.now() + by), BODY);
        long distance = Math.abs(by);
        if (distance == tolerance) {
            return Family.must(family, TIME_2, VectorFlag.TOLERANCE)
                    .acceptable(
                            variant(by), words(by) + ": exactly the tolerance", VectorFlag.MAY_TOLERANCE_EDGE, request);
        }
        if (distance < tolerance) {
            return new Family(family, level(setting.now(), by), TIME_2, VectorFlag.TOLERANCE)
                    .valid(variant(by), words(by), request);
        }
        return by < 0
                ? Family.must(family, TIME_2, VectorFlag.STALE)
                        .invalid(variant(by), words(by), Reason.TIMESTAMP_TOO_OLD, request)
                : Family.must(family, TIME_2, VectorFlag.PREMATURE)
                        .invalid(variant(by), words(by), Reason.TIMESTAMP_TOO_NEW, request);
    }

    private static String variant(long by) {
        return by == 0 ? "now" : Math.abs(by) + (by < 0 ? "-s-old" : "-s-ahead");
    }

    private static String words(long by) {
        return by == 0 ? "a timestamp of now" : "a timestamp " + Math.abs(by) + " s " + (by < 0 ? "old" : "ahead");
    }
}
