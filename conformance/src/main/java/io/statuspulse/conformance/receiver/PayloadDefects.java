package io.statuspulse.conformance.receiver;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Crashes on signed bodies that are no JSON object (REQ-PAY-6). */
final class PayloadDefects {

    private static final JsonMapper WITH_MORE_AFTER = Json.STRICT
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper WITH_COMMENTS =
            Json.STRICT.rebuild().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private PayloadDefects() {}

    static List<Defect> all() {
        return List.of(
                malformed(
                        "throws-on-invalid-utf8",
                        "decodes the body strictly and lets the decoder throw",
                        "standard-webhooks: its Python library",
                        (cause, words) -> cause instanceof CharacterCodingException),
                malformed(
                        "throws-on-malformed-json",
                        "parses the body and lets the parser throw",
                        "octokit #38",
                        (cause, words) -> !(cause instanceof CharacterCodingException)),
                malformed(
                        "throws-on-duplicate-keys",
                        "lets a strict parser throw on duplicate keys",
                        "",
                        (cause, words) -> cause instanceof StreamReadException && words.contains("Duplicate")),
                malformed(
                        "throws-on-huge-number",
                        "lets the parser's bound on the length of numbers throw",
                        "",
                        (cause, words) -> cause instanceof StreamConstraintsException && words.contains("Number")),
                parsing(
                        "throws-on-empty-body",
                        "looks at the body's first character without asking whether there is one",
                        "standard-webhooks/standard-webhooks #262",
                        String::isEmpty),
                parsing(
                        "throws-on-bytes-after-json",
                        "reads one JSON value and throws if that was not all",
                        "",
                        text -> isRefused(text) && isTaken(WITH_MORE_AFTER, text)),
                parsing(
                        "throws-on-comments",
                        "reads JSON with comments and throws where a comment is expected to be none",
                        "",
                        text -> isRefused(text) && isTaken(WITH_COMMENTS, text)),
                Defect.ofReader(
                        "throws-on-utf16",
                        "guesses the encoding by the first bytes, and has a decoder for UTF-8 only",
                        "",
                        () -> new EventReader() {
                            @Override
                            String text(byte[] body) {
                                if (isUtf16(body)) {
                                    throw new IllegalStateException("no decoder for UTF-16");
                                }
                                return super.text(body);
                            }
                        }),
                Defect.ofReader(
                        "throws-on-non-object",
                        "casts the JSON value to an object",
                        "Rustchain PR #4570",
                        () -> new EventReader() {
                            @Override
                            ObjectNode object(JsonNode tree) {
                                return ObjectNode.class.cast(tree);
                            }
                        }),
                Defect.ofReader(
                        "recursive-parser",
                        "parses by recursion without a limit of depth",
                        "",
                        () -> new EventReader() {
                            @Override
                            JsonNode tree(String text) {
                                descend(text, 0, 0);
                                return super.tree(text);
                            }
                        }));
    }

    /** A receiver that answers what is no JSON, but lets some of its causes throw. */
    private static Defect malformed(String name, String summary, String source, BiPredicate<Exception, String> when) {
        return Defect.ofReader(name, summary, source, () -> new EventReader() {
            @Override
            RuntimeException malformed(Exception cause, String words) {
                return when.test(cause, String.valueOf(cause.getMessage()))
                        ? new IllegalArgumentException(cause)
                        : super.malformed(cause, words);
            }
        });
    }

    private static Defect parsing(String name, String summary, String source, Predicate<String> when) {
        return Defect.ofReader(name, summary, source, () -> new EventReader() {
            @Override
            JsonNode tree(String text) {
                if (when.test(text)) {
                    throw new IllegalStateException(name);
                }
                return super.tree(text);
            }
        });
    }

    private static boolean isRefused(String text) {
        return !isTaken(Json.STRICT, text);
    }

    private static boolean isTaken(JsonMapper mapper, String text) {
        try {
            return mapper.readTree(text) instanceof ObjectNode;
        } catch (JacksonException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isUtf16(byte[] body) {
        return body.length > 1 && (body[0] == 0 || body[1] == 0 || isMarked(body));
    }

    /** By a byte order mark, FE FF or FF FE. */
    private static boolean isMarked(byte[] body) {
        return (body[0] & 0xFE) == 0xFE && (body[1] & 0xFE) == 0xFE;
    }

    /** One call deeper for every opening bracket, as a recursive-descent parser goes; overflows the stack alike. */
    private static int descend(String text, int start, int depth) {
        int next = start;
        while (next < text.length() && text.charAt(next) != '[' && text.charAt(next) != '{') {
            next++;
        }
        return next == text.length() ? depth : descend(text, next + 1, depth + 1);
    }
}
