package io.statuspulse.simulator.signing;

import io.statuspulse.simulator.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Which key signs a delivery, named so that it can be printed where the key itself cannot. */
public sealed interface SigningKey {

    /**
     * Returns the key's bytes, or empty where this endpoint's secrets have no such key; {@link #whyNot} says why.
     */
    Optional<Bytes> bytes(Secrets secrets);

    /** Why {@link #bytes} may be empty, in words for a report. */
    String whyNot();

    /** Whether the key is one of the configured secrets, so that its signatures must not be shown. */
    default boolean isConfigured() {
        return this instanceof Known;
    }

    /** The name, in kebab-case. */
    String label();

    /** A secret that the provider issued. */
    enum Known implements SigningKey {
        CURRENT,
        PREVIOUS,
        RETIRED;

        @Override
        public Optional<Bytes> bytes(Secrets secrets) {
            return (switch (this) {
                        case CURRENT -> Optional.of(secrets.current());
                        case PREVIOUS -> secrets.previous();
                        case RETIRED -> secrets.retired().stream().findFirst();
                    })
                    .map(Secret::key);
        }

        @Override
        public String whyNot() {
            return "no " + label() + " secret is configured";
        }

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A key that a careless receiver derives from the current secret. */
    enum Derived implements SigningKey {
        WITHOUT_PREFIX("the secret has no whsec_ prefix with more behind it"),
        BASE64_DECODED("the secret is not base64"),
        HEX_DECODED("the secret is not hex"),
        QUOTED("the secret in quotes is a configured secret"),
        WITH_NEWLINE("the secret with a newline behind it is a configured secret"),
        CASE_CHANGED("the secret has no letters"),
        TRUNCATED("the secret has one character");

        private static final String PREFIX = "whsec_";

        private final String whyNot;

        Derived(String whyNot) {
            this.whyNot = whyNot;
        }

        @Override
        public Optional<Bytes> bytes(Secrets secrets) {
            String text = secrets.current().key().asUtf8();
            String bare = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
            Optional<Bytes> derived = switch (this) {
                case WITHOUT_PREFIX -> Optional.of(Bytes.utf8(bare));
                case BASE64_DECODED -> base64(bare);
                case HEX_DECODED -> hex(bare);
                case QUOTED -> Optional.of(Bytes.utf8('"' + text + '"'));
                case WITH_NEWLINE -> Optional.of(Bytes.utf8(text + "\n"));
                case CASE_CHANGED -> Optional.of(Bytes.utf8(swapCase(text)));
                case TRUNCATED ->
                    Optional.of(Bytes.utf8(text.substring(0, text.offsetByCodePoints(text.length(), -1))));
            };
            // HMAC pads its key with zero bytes, so an empty key is what secret/empty is about, not this one.
            return derived.filter(key -> key.size() > 0)
                    .filter(key ->
                            secrets.all().noneMatch(secret -> secret.key().equals(key)));
        }

        /** Decodes as lenient decoders do: characters of neither alphabet are passed over. */
        private static Optional<Bytes> base64(String text) {
            String digits = text.replace('-', '+').replace('_', '/').replaceAll("[^A-Za-z0-9+/]", "");
            String whole = digits.length() % 4 == 1 ? digits.substring(0, digits.length() - 1) : digits;
            return Optional.of(Bytes.of(Base64.getDecoder().decode(whole)));
        }

        /** Decodes as lenient decoders do: up to the first character that is not a hex digit. */
        private static Optional<Bytes> hex(String text) {
            int end = 0;
            while (end < text.length() && HexFormat.isHexDigit(text.charAt(end))) {
                end++;
            }
            return Optional.of(Bytes.of(HexFormat.of().parseHex(text.substring(0, end - end % 2))));
        }

        private static String swapCase(String text) {
            String upper = text.toUpperCase(Locale.ROOT);
            return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
        }

        @Override
        public String whyNot() {
            return whyNot;
        }

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A key that was never a secret of this endpoint, printed as it is.
     *
     * @param text the key as text; may be empty
     */
    record Literal(String text) implements SigningKey {

        @Override
        public Optional<Bytes> bytes(Secrets secrets) {
            Bytes key = Bytes.utf8(text);
            return Optional.of(key)
                    .filter(k -> secrets.all().noneMatch(s -> s.key().equals(k)));
        }

        @Override
        public String whyNot() {
            // Not the text: where this is said, it is a secret.
            return "the key to sign with is a configured secret";
        }

        @Override
        public String label() {
            return "'" + text + "'";
        }
    }

    /**
     * A key of the current secret's shape that nobody issued: the same length and character classes, and the first
     * {@code shared} characters in common.
     *
     * @param name what it stands for, for reports
     * @param shared how many leading characters it has in common with the current secret
     */
    record Lookalike(String name, int shared) implements SigningKey {

        @Override
        public Optional<Bytes> bytes(Secrets secrets) {
            byte[] key = secrets.current().key().toArray();
            byte[] pad = MacAlgorithm.HMAC_SHA256
                    .compute(secrets.current().key(), Bytes.utf8(name))
                    .toArray();
            for (int i = Math.min(shared, key.length - 1); i < key.length; i++) {
                key[i] = other(key[i], pad[i % pad.length]);
            }
            return Optional.of(Bytes.of(key))
                    .filter(k -> secrets.all().noneMatch(s -> s.key().equals(k)));
        }

        private static byte other(byte original, byte pad) {
            String digits = "0123456789";
            String lower = "abcdefghijklmnopqrstuvwxyz";
            for (String kind : Arrays.asList(digits, lower, lower.toUpperCase(Locale.ROOT))) {
                int at = kind.indexOf((char) original);
                if (at >= 0) {
                    int step = 1 + (pad & 0x7f) % (kind.length() - 1);
                    return kind.getBytes(StandardCharsets.US_ASCII)[(at + step) % kind.length()];
                }
            }
            return original;
        }

        @Override
        public String whyNot() {
            return "the secret has no letters or digits to change";
        }

        @Override
        public String label() {
            return name;
        }
    }
}
