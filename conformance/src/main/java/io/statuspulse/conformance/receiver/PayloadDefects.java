package io.statuspulse.conformance.receiver;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Crashes on signed bodies that are odd or no event at all (REQ-PAY-6). */
final class PayloadDefects {

    private static final int LONG_TEXT = 65_535;

    private PayloadDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.ofReader(
                        "throws-on-invalid-utf8",
                        "decodes the body strictly and lets the decoder throw",
                        "standard-webhooks: its Python library",
                        () -> new EventReader() {
                            @Override
                            RuntimeException malformed(Exception cause, String words) {
                                return cause instanceof CharacterCodingException
                                        ? new IllegalArgumentException(cause)
                                        : super.malformed(cause, words);
                            }
                        }),
                Defect.ofReader(
                        "throws-on-malformed-json",
                        "parses the body and lets the parser throw",
                        "octokit #38",
                        () -> new EventReader() {
                            @Override
                            RuntimeException malformed(Exception cause, String words) {
                                return cause instanceof CharacterCodingException
                                        ? super.malformed(cause, words)
                                        : new IllegalArgumentException(cause);
                            }
                        }),
                Defect.ofReader(
                        "throws-on-long-text",
                        "stores text in a column of 65,535 characters",
                        "",
                        () -> new EventReader() {
                            @Override
                            void check(ObjectNode event) {
                                if (event.valueStream().anyMatch(PayloadDefects::isLong)) {
                                    throw new IllegalStateException("text too long for its column");
                                }
                                super.check(event);
                            }
                        }));
    }

    private static boolean isLong(JsonNode value) {
        return value.isString() && value.stringValue().length() > LONG_TEXT;
    }
}
