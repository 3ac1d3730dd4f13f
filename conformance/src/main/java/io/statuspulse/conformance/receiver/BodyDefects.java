package io.statuspulse.conformance.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies that are changed before they are verified, so that the MAC is of something never sent (REQ-SIG-2). */
final class BodyDefects {

    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private BodyDefects() {}

    static List<Defect> all() {
        return List.of(
                rewritesText("trims-body", "trims white space around the body", "", String::strip),
                rewritesText(
                        "strips-bom",
                        "takes a byte order mark off the body",
                        "stripe-node",
                        t -> t.startsWith("\uFEFF") ? t.substring(1) : t),
                rewrites("stops-at-nul", "ends the body at its first NUL byte, as C strings do", "", body -> {
                    int nul = indexOf(body, (byte) 0);
                    return nul < 0 ? body : Arrays.copyOf(body, nul);
                }),
                rewrites("ignores-bytes-after-json", "ends the body at its last closing brace", "", body -> {
                    int end = lastIndexOf(body, (byte) '}');
                    return end < 0 ? body : Arrays.copyOf(body, end + 1);
                }),
                rewritesText(
                        "skips-to-first-brace",
                        "begins the body at its first opening brace",
                        "",
                        t -> t.substring(Math.max(0, t.indexOf('{')))),
                rewritesText("normalizes-line-ends", "turns CRLF into LF", "", t -> t.replace("\r\n", "\n")),
                rewritesText(
                        "normalizes-unicode",
                        "turns the body into composed Unicode (NFC)",
                        "",
                        t -> Normalizer.normalize(t, Normalizer.Form.NFC)),
                rewrites(
                        "decodes-utf8-leniently",
                        "decodes the body as UTF-8 with a replacement for what is not, and encodes it again",
                        "standardwebhooks 1.1.1 on npm",
                        body -> new String(body, UTF_8).getBytes(UTF_8)),
                rewrites(
                        "decodes-latin1",
                        "decodes the body as ISO-8859-1 and encodes it as UTF-8",
                        "razorpay-java PR #352",
                        body -> new String(body, ISO_8859_1).getBytes(UTF_8)),
                rewritesText(
                        "drops-supplementary-characters",
                        "keeps the body in three-byte UTF-8, so that characters beyond U+FFFF are lost",
                        "",
                        t -> t.replaceAll("[^\\x{0}-\\x{FFFF}]", "?")),
                rewritesText(
                        "form-decodes-body",
                        "decodes the body as if it were a form: + and %",
                        "",
                        BodyDefects::formDecoded),
                rewritesText(
                        "strips-backslashes",
                        "strips the backslashes of escapes, as magic quotes were undone",
                        "",
                        t -> t.replaceAll("\\\\(.)", "$1")),
                rewritesText(
                        "decodes-unicode-escapes",
                        "spells out unicode escapes before it verifies",
                        "",
                        BodyDefects::spelledOut),
                rewritesText(
                        "escapes-html",
                        "replaces <, > and & by HTML entities, as sanitizing middleware does",
                        "",
                        t -> t.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }

    static Defect rewrites(String name, String summary, String source, UnaryOperator<byte[]> rewriting) {
        return Defect.ofHttp(name, summary, source, () -> new HttpRules() {
            @Override
            byte[] asRead(byte[] body) {
                return rewriting.apply(body);
            }
        });
    }

    private static Defect rewritesText(String name, String summary, String source, UnaryOperator<String> rewriting) {
        return rewrites(name, summary, source, body -> {
            String text = new String(body, UTF_8);
            String changed = rewriting.apply(text);
            // Only this defect may show: bytes that are not UTF-8 stay what they are unless it touches the text.
            return changed.equals(text) ? body : changed.getBytes(UTF_8);
        });
    }

    private static String formDecoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text.replace('+', ' ');
        }
    }

    private static String spelledOut(String text) {
        return UNICODE_ESCAPE
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] bytes, byte wanted) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
