package io.statuspulse.conformance.receiver;

import static io.statuspulse.conformance.receiver.Probes.one;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;

final class BodyProbes {

    private BodyProbes() {}

    static List<Probes.Probe> all() {
        return List.of(
                sent("trims-body", s -> s + "\n"),
                tampered("trims-body", s -> s, s -> s + " "),
                tampered("strips-bom", s -> s, s -> "\uFEFF" + s),
                tampered("stops-at-nul", s -> s, s -> s + "\0"),
                tampered("ignores-bytes-after-json", s -> s, s -> s + "junk"),
                one("skips-to-first-brace", 400, 401, () -> Delivery.changed(s -> "5." + s)),
                tampered("skips-to-first-brace", s -> s, s -> "5." + s),
                sent("normalizes-line-ends", s -> s.replace(",", ",\r\n")),
                tampered("normalizes-line-ends", s -> s.replace(",", ",\n"), s -> s.replace("\n", "\r\n")),
                sent("normalizes-unicode", s -> region(s, "Zu\u0308rich")),
                tampered("normalizes-unicode", s -> region(s, "Z\u00fcrich"), BodyProbes::decomposed),
                one("decodes-utf8-leniently", 401, 200, BodyProbes::invalidSwapped),
                sent("decodes-latin1", s -> region(s, "Zürich")),
                sent("drops-supplementary-characters", s -> region(s, "😀")),
                sent("form-decodes-body", s -> region(s, "a+b%20c")),
                sent("strips-backslashes", s -> region(s, "a\\/b")),
                sent("decodes-unicode-escapes", s -> region(s, "\\u0041")),
                sent("escapes-html", s -> region(s, "<a&b>")),
                sent("reserializes-json", s -> s.replace(",", ", ")),
                sent("reserializes-json", s -> s.replace("1420", "1420.0")),
                sent("reserializes-json", s -> s.replace("1420", "1.42e3")),
                sent("reserializes-json", s -> s.replace("{", "{\"n\":9007199254740993,")),
                tampered("reserializes-json", s -> s, s -> s.replace(",", ", ")),
                sent("reserializes-known-fields", BodyProbes::reordered),
                tampered("reserializes-known-fields", s -> s, BodyProbes::reordered),
                tampered("reserializes-known-fields", s -> s, s -> s.replace("}", ",\"more\":1}")),
                tampered(
                        "reserializes-known-fields",
                        s -> s,
                        s -> s.replace("}", ",\"current_status\":\"operational\"}")),
                tampered("falls-back-to-compact-json", s -> s, s -> s.replace(",", ", ")),
                tampered("falls-back-to-known-fields", s -> s, BodyProbes::reordered),
                tampered("falls-back-to-known-fields", s -> s, s -> s.replace("}", ",\"more\":1}")),
                tampered("falls-back-to-ascii-json", s -> region(s, "Z\\u00fcrich"), s -> region(s, "Zürich")),
                tampered("falls-back-to-php-json", s -> s.replace("/", "\\/"), s -> s.replace("\\/", "/")));
    }

    /** Correctly signed as it is. */
    private static Probes.Probe sent(String defect, UnaryOperator<String> change) {
        return one(defect, 200, 401, () -> Delivery.changed(change));
    }

    private static Probes.Probe tampered(
            String defect, UnaryOperator<String> signed, UnaryOperator<String> afterwards) {
        return one(defect, 401, 200, () -> Delivery.changed(signed).tampered(afterwards));
    }

    private static String region(String event, String value) {
        return event.replaceFirst("(?<=\"region\":\")[^,]*(?=\",)", value.replace("\\", "\\\\"));
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static String reordered(String event) {
        return event.replace(",\"retry_count\":0}", "}").replace("{", "{\"retry_count\":0,");
    }

    private static Delivery invalidSwapped() {
        Delivery delivery = Delivery.changed(s -> region(s, "\uFFFD"));
        String latin1 = new String(delivery.body, ISO_8859_1);
        String replacement = new String("\uFFFD".getBytes(UTF_8), ISO_8859_1);
        return delivery.tamperedBytes(latin1.replace(replacement, "\u00fe").getBytes(ISO_8859_1));
    }
}
