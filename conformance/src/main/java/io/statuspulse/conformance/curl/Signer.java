package io.statuspulse.conformance.curl;

import io.statuspulse.simulator.delivery.Signing;
import io.statuspulse.simulator.signing.MacAlgorithm;
import io.statuspulse.simulator.signing.SignatureEncoding;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.SigningKey.Derived;
import io.statuspulse.simulator.signing.SigningKey.Known;
import io.statuspulse.simulator.signing.SigningKey.Literal;
import java.nio.charset.StandardCharsets;

/** The commands that sign as a delivery was signed. */
final class Signer {
    private static final String SECRET = "STATUSPULSE_SECRET";

    private final Signing signing;

    Signer(Signing signing) {
        this.signing = signing;
    }

    /**
     * Returns the assignment of {@code $S}.
     *
     * @param timestamp the timestamp that is signed
     * @param body the command that prints the body that is signed
     */
    String assignment(ShellWord timestamp, String body) throws NotForCurlException {
        return "S=$({ " + content(timestamp, body) + "; } | " + mac() + ")" + prefixed();
    }

    private String prefixed() {
        String prefix = signing.scheme().prefix();
        return prefix.isEmpty() ? "" : "; S=" + ShellWord.of(prefix).expression("$S");
    }

    private String content(ShellWord timestamp, String body) throws NotForCurlException {
        String key = switch (signing.scheme().algorithm()) {
            case SHA256_KEY_FIRST -> "printf %s " + key() + "; ";
            default -> "";
        };
        StringBuilder commands = new StringBuilder(key);
        String template = signing.scheme().content().template();
        int at = 0;
        ShellWord word = new ShellWord();
        while (at < template.length()) {
            if (template.startsWith("{timestamp}", at)) {
                word.then(timestamp);
                at += "{timestamp}".length();
            } else if (template.startsWith("{body}", at)) {
                flush(commands, word);
                word = new ShellWord();
                commands.append(body).append("; ");
                at += "{body}".length();
            } else {
                word.literal(template.substring(at, at + 1));
                at++;
            }
        }
        flush(commands, word);
        return commands.length() == 0 ? ":" : commands.substring(0, commands.length() - "; ".length());
    }

    private static void flush(StringBuilder commands, ShellWord word) {
        if (!word.isEmpty()) {
            commands.append("printf %s ").append(word).append("; ");
        }
    }

    private String mac() throws NotForCurlException {
        String keyed = " -hmac " + (signing.scheme().algorithm() == MacAlgorithm.SHA256 ? "" : key());
        String command = "openssl dgst "
                + switch (signing.scheme().algorithm()) {
                    case HMAC_SHA256 -> "-sha256" + keyed;
                    case HMAC_SHA1 -> "-sha1" + keyed;
                    case HMAC_MD5 -> "-md5" + keyed;
                    case HMAC_SHA512, HMAC_SHA512_TRUNCATED -> "-sha512" + keyed;
                    case SHA256, SHA256_KEY_FIRST -> "-sha256";
                    case HMAC_SHA256_EXCHANGED ->
                        throw new NotForCurlException("it is signed with key and message exchanged");
                };
        boolean cut = signing.scheme().algorithm() == MacAlgorithm.HMAC_SHA512_TRUNCATED;
        if (cut && signing.scheme().encoding() != SignatureEncoding.HEX) {
            throw new NotForCurlException("its signature is cut and written in an unusual way");
        }
        return switch (signing.scheme().encoding()) {
            case HEX -> command + " -r | cut " + (cut ? "-c1-64" : "-d' ' -f1");
            case UPPER_HEX -> command + " -r | cut -d' ' -f1 | tr a-f A-F";
            case BASE64 -> command + " -binary | base64 | tr -d '\\n'";
            case BASE64URL -> command + " -binary | base64 | tr -d '\\n=' | tr +/ -_";
            case RAW -> throw new NotForCurlException("its signature is not text");
        };
    }

    private String key() throws NotForCurlException {
        SigningKey key = signing.key();
        if (key instanceof Literal literal) {
            return ShellWord.of(latin1(literal.text())).toString();
        }
        if (key instanceof Known known) {
            return switch (known) {
                case CURRENT -> "\"$" + SECRET + "\"";
                case PREVIOUS -> "\"$STATUSPULSE_PREVIOUS_SECRET\"";
                case RETIRED -> "\"$STATUSPULSE_RETIRED_SECRET\"";
            };
        }
        if (key instanceof Derived derived) {
            return switch (derived) {
                case WITHOUT_PREFIX -> "\"${" + SECRET + "#whsec_}\"";
                case QUOTED -> "\"\\\"$" + SECRET + "\\\"\"";
                case TRUNCATED -> "\"${" + SECRET + "%?}\"";
                case BASE64_DECODED, HEX_DECODED, WITH_NEWLINE, CASE_CHANGED ->
                    throw new NotForCurlException("no shell derives the key that it is signed with");
            };
        }
        throw new NotForCurlException("no shell derives the key that it is signed with");
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
