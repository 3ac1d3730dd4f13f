package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.SIG_2;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.simulator.delivery.BodyEdit.AppendBytes;
import io.statuspulse.simulator.delivery.BodyEdit.Layout;
import io.statuspulse.simulator.delivery.BodyEdit.PadTo;
import io.statuspulse.simulator.delivery.BodyEdit.PrependBytes;
import io.statuspulse.simulator.delivery.BodyEdit.ReplaceBytes;
import io.statuspulse.simulator.delivery.BodyEdit.ReverseFields;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.event.JsonLayout;
import java.util.List;

/** The signature covers bytes: every spelling of a body that the provider may send is verified as it came. */
final class RawBodyScenarios {
    private static final String RESERIALIZED =
            "A receiver that parses the body and signs what it writes again rejects every body that is spelt otherwise than"
                    + " its own serializer would; it works until the provider changes a library.";
    private static final String DECODED =
            "A receiver that decodes the body with another charset, or as a form, signs other bytes: it rejects every event"
                    + " that names a place or a person outside ASCII.";

    private RawBodyScenarios() {}

    static List<Scenario> list() {
        return List.of(
                respelt("raw-body/pretty-printed", "a pretty-printed body is verified as sent")
                        .tags(Tag.QUICK)
                        .accepts(
                                valid().with(new Layout(JsonLayout.PRETTY)),
                                valid().with(new Layout(JsonLayout.SPACED))),
                respelt("raw-body/reordered-keys", "a body with its keys in another order is verified as sent")
                        .accepts(valid().with(new ReverseFields())),
                respelt("raw-body/trailing-newline", "a body that ends in a newline is verified as sent")
                        .accepts(valid().with(new AppendBytes("0a"))),
                respelt("raw-body/crlf-line-ends", "a body with CRLF line ends is verified as sent")
                        .accepts(valid().with(new Layout(JsonLayout.CRLF))),
                decoded("raw-body/non-ascii", "a body with UTF-8 text outside ASCII is verified as sent")
                        .tags(Tag.QUICK)
                        .accepts(valid().with(new SetField("region", "\"Zürich, São Paulo, 東京, Ελλάδα\""))),
                decoded("raw-body/supplementary-plane", "a body with four-byte UTF-8 sequences is verified as sent")
                        .accepts(valid().with(new SetField("region", "\"\uD83D\uDEA8 \uD834\uDD1E eu-west-1\""))),
                decoded("raw-body/decomposed-unicode", "a body with decomposed (NFD) text is verified as sent")
                        .accepts(valid().with(new SetField("region", "\"Zu\u0308rich\""))),
                respelt("raw-body/unicode-escapes", "a body with \\u escapes is verified as sent")
                        .accepts(valid().with(new SetField("region", "\"\\u005a\\u00fcrich\""))),
                respelt("raw-body/escaped-solidus", "a body with escaped slashes is verified as sent")
                        .accepts(valid().with(
                                        new SetField("endpoint", "\"https:\\/\\/api.example.com\\/v2\\/health\""))),
                respelt("raw-body/html-characters", "a body with <, > and & is verified as sent")
                        .accepts(valid().with(new SetField("region", "\"<us & eu>\""))),
                respelt("raw-body/number-spelling", "a number spelt 1420.0 or 1.42e3 is verified as sent")
                        .accepts(
                                valid().with(new SetField("x_ratio", "1420.0")),
                                valid().with(new SetField("x_ratio", "1.42e3"))),
                respelt("raw-body/large-integer", "an integer above 2^53 in an unknown field is verified as sent")
                        .accepts(valid().with(new SetField("x_sequence", "12345678901234567891"))),
                decoded("raw-body/percent-and-plus", "a body with % and + is never form-decoded")
                        .accepts(valid().with(new SetField("endpoint", "\"https://api.example.com/a%20b+c?q=50%25\""))),
                respelt("raw-body/backslashes", "a body with escaped backslashes and quotes is verified as sent")
                        .accepts(valid().with(new SetField("region", "\"C:\\\\dc\\\\1 \\\"main\\\"\""))),
                must("raw-body/64-kib", SIG_2, "a valid body of 64 KiB is accepted")
                        .why("A body limit that is too small loses the events with most to say.")
                        .mend(Mends.RAW_BODY)
                        .accepts(valid().with(new PadTo(64 * 1024))),
                should("raw-body/256-kib", SIG_2, "a valid body of 256 KiB is accepted")
                        .why("Default body limits (100 kB in Express) lose large events with a 413.")
                        .mend(Mends.RAW_BODY)
                        .accepts(valid().with(new PadTo(256 * 1024))),
                should("raw-body/invalid-utf-8", SIG_2, "a signed body that is not UTF-8 is judged by its bytes")
                        .why("A body that cannot be decoded must end in an answer, not in an exception.")
                        .mend(Mends.RAW_BODY)
                        .survives(valid().with(new SetField("region", "\"#\"")).but(new ReplaceBytes("2322", "ff22"))),
                should("raw-body/byte-order-mark", SIG_2, "a signed body that begins with a BOM is judged by its bytes")
                        .why("A decoder that strips the mark signs other bytes, and a parser may choke on it.")
                        .mend(Mends.RAW_BODY)
                        .survives(valid().but(new PrependBytes("efbbbf"))));
    }

    private static ScenarioBuilder respelt(String id, String title) {
        return must(id, SIG_2, title).why(RESERIALIZED).mend(Mends.RAW_BODY);
    }

    private static ScenarioBuilder decoded(String id, String title) {
        return must(id, SIG_2, title).why(DECODED).mend(Mends.RAW_BODY);
    }
}
