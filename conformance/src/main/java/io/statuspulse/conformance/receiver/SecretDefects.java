package io.statuspulse.conformance.receiver;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys that are accepted and should not be, or the other way round (REQ-ROT-1 to 3, REQ-SIG-1). */
final class SecretDefects {

    private static final String PREFIX = "whsec_";

    // The one that the provider's guide prints, so it protects nothing.
    private static final String PUBLISHED = "whsec_a8f3k29d4m1p7q";

    private static final int SHORTEST_CUT = 8;

    private SecretDefects() {}

    static List<Defect> all() {
        return List.of(
                alsoKeys(
                        "accepts-empty-secret",
                        "the empty secret, as when a setting is missing",
                        "standard-webhooks/standard-webhooks #286",
                        s -> texts("")),
                alsoKeys(
                        "accepts-null-secret",
                        "the words null, undefined and None, as when a missing setting is made a string",
                        "",
                        s -> texts("null", "undefined", "None")),
                alsoKeys("accepts-published-secret", "the secret printed in the guide", "", s -> texts(PUBLISHED)),
                alsoKeys(
                        "accepts-placeholder-secrets",
                        "placeholders left in from development",
                        "commitpulse #5480",
                        s -> texts("secret", "changeme", "test", PREFIX, "development_secret")),
                alsoKeys(
                        "strips-secret-prefix",
                        "the secret less its whsec_",
                        "hookdeck/outpost PR #1004",
                        s -> active(s).map(SecretDefects::bare).map(Macs::utf8)),
                alsoKeys(
                        "decodes-secret-base64",
                        "the secret base64-decoded, as Standard Webhooks has it",
                        "hookdeck/outpost PR #1004",
                        s -> active(s).flatMap(SecretDefects::fromBase64)),
                alsoKeys(
                        "decodes-secret-hex",
                        "the secret hex-decoded",
                        "",
                        s -> active(s).flatMap(SecretDefects::fromHex)),
                alsoKeys(
                        "keeps-secret-newline",
                        "the secret with the newline of the file it was read from",
                        "",
                        s -> active(s).flatMap(k -> texts(k + "\n", k + "\r\n"))),
                alsoKeys(
                        "folds-secret-case",
                        "the secret in lower and in upper case",
                        "",
                        s -> active(s).flatMap(k -> texts(k.toLowerCase(Locale.ROOT), k.toUpperCase(Locale.ROOT)))),
                alsoKeys(
                        "truncates-secret",
                        "the secret cut short, as by a column too narrow for it",
                        "",
                        s -> active(s).flatMap(SecretDefects::cuts)),
                alsoKeys(
                        "keeps-retired-secrets",
                        "secrets that were retired",
                        "",
                        s -> s.retired().stream().map(Macs::utf8)),
                keys(
                        "current-secret-only",
                        "knows one secret and forgets the previous one at once",
                        "octokit #770",
                        s -> texts(s.current())),
                keys(
                        "previous-secret-only",
                        "goes on with the previous secret until it is restarted",
                        "",
                        s -> texts(s.previous().orElse(s.current()))),
                Defect.ofVerification(
                        "pins-first-secret",
                        "keeps to the secret that the first accepted delivery was signed with",
                        "",
                        PinsFirst::new));
    }

    private static Defect alsoKeys(String name, String what, String source, Function<SecretSet, Stream<byte[]>> more) {
        return keys(
                name,
                "also accepts " + what,
                source,
                s -> Stream.concat(active(s).map(Macs::utf8), more.apply(s)));
    }

    private static Defect keys(String name, String summary, String source, Function<SecretSet, Stream<byte[]>> keys) {
        return Defect.ofVerification(name, summary, source, setup -> new Verification(setup) {
            @Override
            List<byte[]> keys() {
                return keys.apply(setup.secrets()).toList();
            }
        });
    }

    private static final class PinsFirst extends Verification {
        private final AtomicReference<byte @Nullable []> pinned = new AtomicReference<>();

        PinsFirst(Setup setup) {
            super(setup);
        }

        @Override
        boolean signed(Request request, String timestamp, String signature) {
            byte[] content = content(request, timestamp);
            for (byte[] key : keys()) {
                if (matches(signature, Macs.hmacSha256(key, content))) {
                    pinned.compareAndSet(null, key);
                    return true;
                }
            }
            return false;
        }

        @Override
        List<byte[]> keys() {
            byte[] key = pinned.get();
            return key == null ? super.keys() : List.of(key);
        }
    }

    private static Stream<String> active(SecretSet secrets) {
        return secrets.active().stream();
    }

    private static Stream<byte[]> texts(String... secrets) {
        return Stream.of(secrets).map(Macs::utf8);
    }

    private static String bare(String secret) {
        return secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    }

    private static Stream<byte[]> cuts(String secret) {
        return IntStream.range(Math.min(SHORTEST_CUT, secret.length()), secret.length())
                .mapToObj(end -> Macs.utf8(secret.substring(0, end)));
    }

    private static Stream<byte[]> fromBase64(String secret) {
        return decoded(
                secret,
                text -> Base64.getDecoder()
                        .decode(text.replace('-', '+').replace('_', '/').replaceAll("=+$", "")));
    }

    private static Stream<byte[]> fromHex(String secret) {
        return decoded(secret, text -> HexFormat.of().parseHex(text));
    }

    private static Stream<byte[]> decoded(String secret, Function<String, byte[]> decoder) {
        List<byte[]> keys = new ArrayList<>();
        for (String text : List.of(secret, bare(secret))) {
            try {
                keys.add(decoder.apply(text));
            } catch (IllegalArgumentException e) {
                // Not in this encoding, so a receiver that decodes it gets no key from it.
            }
        }
        return keys.stream();
    }
}
