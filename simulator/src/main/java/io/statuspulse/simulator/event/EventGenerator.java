package io.statuspulse.simulator.event;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.signing.MacAlgorithm;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes realistic events: the same seed, run, label and number give the same event, in any order of asking.
 *
 * <p>Every {@code check_id} begins with {@code chk_kit_}, so that the owner of a receiver can find and delete what the
 * kit sent.
 *
 * @param seed decides everything that is random
 * @param run goes into the event ids, so that a receiver that remembers ids can be tested twice with one seed
 */
public record EventGenerator(long seed, Instant run) {
    private static final List<String> REGIONS = List.of(
            "us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-1", "ap-northeast-1", "sa-east-1");
    private static final List<String> SERVICES =
            List.of("api", "web", "checkout", "auth", "search", "cdn", "db", "queue", "billing", "media");
    private static final List<Integer> SERVER_ERRORS = List.of(500, 502, 503, 504);
    private static final List<String> BAD_STATUSES = List.of("degraded", "partial_outage", "major_outage");

    /**
     * Makes one event.
     *
     * @param label whom it is for, e.g. a scenario's id; different labels give different events
     * @param number which of that label's events
     * @param now the clock; the event happened up to four seconds before
     */
    public Event event(EventType type, String label, int number, Instant now) {
        SplittableRandom random =
                new SplittableRandom(digest("event", label, number).getLong());
        String region = pick(REGIONS, random);
        String service = pick(SERVICES, random);
        State state = state(type, random);
        return new Event(
                eventId(label, number),
                now.minusSeconds(random.nextInt(5)),
                type,
                "chk_kit_" + region.replace('-', '_') + "_" + service,
                "https://" + service + ".example.com/v" + (1 + random.nextInt(3)) + "/health",
                state.previous,
                state.current,
                state.responseTimeMs,
                region,
                state.errorCode,
                0);
    }

    /** Returns {@code evt_} and twelve hex digits that hang on seed, run, label and number. */
    public String eventId(String label, int number) {
        byte[] id = new byte[6];
        digest("id " + run, label, number).get(id);
        return "evt_" + HexFormat.of().formatHex(id);
    }

    private ByteBuffer digest(String what, String label, int number) {
        String text = what + "\n" + seed + "\n" + label + "\n" + number;
        return ByteBuffer.wrap(
                MacAlgorithm.SHA256.compute(Bytes.EMPTY, Bytes.utf8(text)).toArray());
    }

    private record State(
            String previous, String current, Optional<Integer> responseTimeMs, Optional<Integer> errorCode) {}

    private static State state(EventType type, SplittableRandom random) {
        return switch (type) {
            case STATUS_CHANGE -> statusChange(random);
            case LATENCY_SPIKE ->
                new State("operational", "degraded", Optional.of(latency(random, 1500)), Optional.empty());
            case MAINTENANCE_WINDOW ->
                random.nextBoolean()
                        ? new State("operational", "maintenance", Optional.empty(), Optional.empty())
                        : new State("maintenance", "operational", Optional.empty(), Optional.empty());
            case CERTIFICATE_EXPIRY ->
                new State("operational", "operational", Optional.of(latency(random, 80)), Optional.empty());
        };
    }

    private static State statusChange(SplittableRandom random) {
        String bad = pick(BAD_STATUSES, random);
        if (random.nextInt(3) == 0) {
            return new State(bad, "operational", Optional.of(latency(random, 120)), Optional.empty());
        }
        return new State(
                "operational", bad, Optional.of(latency(random, 900)), Optional.of(pick(SERVER_ERRORS, random)));
    }

    /** Milliseconds around the median with a long upper tail, as latencies have. */
    private static int latency(SplittableRandom random, int median) {
        return (int) Math.max(1, Math.round(median * StrictMath.exp(random.nextGaussian() * 0.4)));
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
