package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.event.EventGenerator;
import io.statuspulse.simulator.event.EventType;
import io.statuspulse.simulator.event.JsonLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One signature that the simulator made, and what it was made of.
 *
 * @param secret the secret's text
 * @param timestamp the header's value
 * @param body the raw body
 * @param signature what the simulator says
 */
record OracleVector(String secret, String timestamp, Bytes body, String signature) {
    private static final int SECRETS = 20;
    private static final int BODIES = 20;
    private static final List<EventType> TYPES = List.of(EventType.values());
    private static final List<JsonLayout> LAYOUTS = List.of(JsonLayout.values());

    /** A few hundred vectors, the same in every run, grouped by their secret. */
    static List<OracleVector> all() {
        SplittableRandom random = new SplittableRandom(20260301);
        EventGenerator events = new EventGenerator(1, Instant.EPOCH);
        List<OracleVector> vectors = new ArrayList<>();
        for (int s = 0; s < SECRETS; s++) {
            String secret = secret(s, random);
            for (int b = 0; b < BODIES; b++) {
                String timestamp = Long.toString(random.nextLong(0, 4_000_000_000L));
                Bytes body = body(b, events, s, random);
                String signature = SignatureScheme.STATUSPULSE.sign(Secret.of(secret), timestamp, body);
                vectors.add(new OracleVector(secret, timestamp, body, signature));
            }
        }
        return vectors;
    }

    private static String secret(int number, SplittableRandom random) {
        return switch (number) {
            // 64 bytes are one block of SHA-256; a longer key is hashed first (RFC 2104, 2).
            case 0 -> text(64, 0x21, 0x7f, random);
            case 1 -> text(65, 0x21, 0x7f, random);
            case 2 -> text(300, 0x21, 0x7f, random);
            case 3 -> "x";
            case 4 -> "whsec_ Zürich 東京 \uD83D\uDEA8";
            case 5 -> " '\"\\$`\t ";
            default ->
                "whsec_"
                        + text(
                                8 + random.nextInt(40),
                                number % 2 == 0 ? 0x21 : 0xa1,
                                number % 2 == 0 ? 0x7f : 0x500,
                                random);
        };
    }

    private static Bytes body(int number, EventGenerator events, int label, SplittableRandom random) {
        return switch (number) {
            case 0 -> Bytes.EMPTY;
            case 1 -> Bytes.of(new byte[] {0});
            case 2 -> Bytes.utf8("\uFEFF{}");
            case 3 -> Bytes.utf8("{\"region\":\"Zürich, 東京 \uD83D\uDEA8\"}\r\n");
            case 4, 5, 6, 7, 8, 9 -> binary(random.nextInt(3000), random);
            case 10, 11 -> Bytes.utf8(text(random.nextInt(800), 0xa1, 0xd7ff, random));
            default ->
                Bytes.utf8(events.event(
                                TYPES.get(number % TYPES.size()),
                                "oracle " + label,
                                number,
                                Instant.ofEpochSecond(1_772_337_906))
                        .toJson()
                        .write(LAYOUTS.get(label % LAYOUTS.size())));
        };
    }

    private static Bytes binary(int size, SplittableRandom random) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private static String text(int length, int from, int to, SplittableRandom random) {
        return random.ints(length, from, to)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The signed content, put together without the simulator. */
    byte[] content() {
        byte[] head = (timestamp + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + body.size());
        System.arraycopy(body.toArray(), 0, all, head.length, body.size());
        return all;
    }
}
