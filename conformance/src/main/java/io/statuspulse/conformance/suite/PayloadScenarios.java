package io.statuspulse.conformance.suite;

import static io.statuspulse.conformance.scenario.Requirement.PAY_6;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.may;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.must;
import static io.statuspulse.conformance.scenario.ScenarioBuilder.should;
import static io.statuspulse.simulator.delivery.DeliveryPlan.valid;

import io.statuspulse.conformance.scenario.Mends;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.scenario.ScenarioBuilder;
import io.statuspulse.conformance.scenario.Step;
import io.statuspulse.conformance.scenario.Step.Answer;
import io.statuspulse.conformance.scenario.Tag;
import io.statuspulse.conformance.scenario.Trial.Effects;
import io.statuspulse.simulator.delivery.BodyEdit;
import io.statuspulse.simulator.delivery.BodyEdit.AppendBytes;
import io.statuspulse.simulator.delivery.BodyEdit.AppendField;
import io.statuspulse.simulator.delivery.BodyEdit.CollidingFields;
import io.statuspulse.simulator.delivery.BodyEdit.CutEnd;
import io.statuspulse.simulator.delivery.BodyEdit.Gzip;
import io.statuspulse.simulator.delivery.BodyEdit.GzipBomb;
import io.statuspulse.simulator.delivery.BodyEdit.LongNumber;
import io.statuspulse.simulator.delivery.BodyEdit.ManyFields;
import io.statuspulse.simulator.delivery.BodyEdit.NestedArrays;
import io.statuspulse.simulator.delivery.BodyEdit.PadTo;
import io.statuspulse.simulator.delivery.BodyEdit.PrependBytes;
import io.statuspulse.simulator.delivery.BodyEdit.SetField;
import io.statuspulse.simulator.delivery.BodyEdit.Utf16;
import io.statuspulse.simulator.delivery.BodyEdit.WholeBody;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.SentEdit.AddHeader;
import io.statuspulse.simulator.delivery.SentEdit.DropHeader;
import io.statuspulse.simulator.delivery.SentEdit.HeaderRole;
import io.statuspulse.simulator.delivery.WireEdit.HugeBody;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Rightly signed bodies that are no event at all, or larger, deeper and odder than any event: each gets an answer. */
final class PayloadScenarios {
    private static final int KIB = 1024;
    private static final AddHeader GZIPPED = new AddHeader("Content-Encoding", "gzip");

    private static final String NOT_AN_EVENT =
            "What does not fit must end in an answer: a 500 is retried for hours, pages whoever is on call, and hides the day"
                    + " when something is really broken.";
    private static final String COSTLY =
            "A parser that takes seconds or runs out of stack on one body takes the receiver down for everybody: the work is"
                    + " done for whoever holds the secret, or before the signature is looked at for the whole world.";
    private static final String ODD_TEXT =
            "Names of checks are typed by people, and sometimes by attackers: what a log, a database or a page makes of them"
                    + " must not depend on what they hold.";

    private PayloadScenarios() {}

    static List<Scenario> list() {
        return Stream.of(notEvents(), costly(), odd(), packedAndLarge())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> notEvents() {
        return List.of(
                refused(must("payload/empty-body", PAY_6, "a signed empty body is answered 4xx, never 5xx"), whole("")),
                refused(
                        must("payload/not-json", PAY_6, "signed text that is not JSON is answered 4xx, never 5xx"),
                        whole("the service is down")),
                refused(
                        must("payload/truncated-json", PAY_6, "signed JSON cut short is answered 4xx, never 5xx"),
                        new CutEnd(40)),
                refused(
                        should(
                                "payload/trailing-garbage",
                                PAY_6,
                                "signed JSON with text after it is answered 4xx, never 5xx"),
                        new AppendBytes(hex(" and more"))),
                refused(should("payload/array", PAY_6, "a signed array is answered 4xx, never 5xx"), whole("[]")),
                refused(
                        should("payload/string", PAY_6, "a signed string is answered 4xx, never 5xx"),
                        whole("\"status_change\"")),
                refused(should("payload/number", PAY_6, "a signed number is answered 4xx, never 5xx"), whole("42")),
                refused(should("payload/null", PAY_6, "a signed null is answered 4xx, never 5xx"), whole("null")));
    }

    private static List<Scenario> costly() {
        return List.of(
                costly(must(
                                "payload/deep-nesting",
                                PAY_6,
                                "100,000 nested arrays are answered, not a 500 and not a crash"))
                        .refs("CWE-674", "CVE-2025-52999")
                        .survives(valid().but(new NestedArrays(100_000))),
                costly(must("payload/huge-number", PAY_6, "a number of 100,000 digits is answered quickly"))
                        .refs("CWE-400", "CVE-2020-10735")
                        .survives(valid().but(new LongNumber(100_000))),
                costly(must("payload/huge-exponent", PAY_6, "the number 1e400 is answered, not a 500"))
                        .survives(valid().but(new SetField("x_number", "1e400"))),
                costly(should("payload/long-string", PAY_6, "a string of 100 KB is answered, not a 500"))
                        .survives(valid().but(new SetField("region", '"' + "r".repeat(100 * KIB) + '"'))),
                costly(should("payload/many-keys", PAY_6, "an object of 50,000 keys is answered quickly"))
                        .tags(Tag.HEAVY)
                        .survives(valid().but(new ManyFields(50_000))),
                costly(should(
                                "payload/colliding-keys",
                                PAY_6,
                                "10,000 keys with colliding Java string hashes are answered quickly"))
                        .refs("CWE-407")
                        .tags(Tag.HEAVY)
                        .survives(valid().but(new CollidingFields(10_000))));
    }

    private static List<Scenario> odd() {
        return List.of(
                odd(may("payload/duplicate-keys", PAY_6, "duplicate keys: which one wins is reported"))
                        .refs("RFC 8259, 4")
                        .observes(valid().but(new AppendField("region", "\"another-1\""))),
                odd(should("payload/lone-surrogate", PAY_6, "a lone surrogate escape is answered, not a 500"))
                        .refs("RFC 8259, 8.2")
                        .survives(region("\\ud800")),
                odd(should("payload/nul-character", PAY_6, "\\u0000 in a string is answered, not a 500"))
                        .survives(region("eu\\u0000west")),
                odd(should(
                                "payload/prototype-keys",
                                PAY_6,
                                "__proto__ and constructor keys change nothing: the next delivery is handled as before"))
                        .refs("CWE-1321")
                        .survives(
                                valid().but(new AppendField(
                                        "__proto__", "{\"event_id\":\"evt_000000000000\",\"kit\":1}")),
                                valid().but(new AppendField(
                                        "constructor",
                                        "{\"prototype\":{\"event_id\":\"evt_000000000000\",\"kit\":1}}"))),
                odd(should("payload/script-text", PAY_6, "HTML, SQL, JNDI and log-forging text is taken as text"))
                        .refs("CWE-79", "CWE-89", "CWE-117", "CVE-2021-44228")
                        .survives(
                                region("<script>alert(1)</script>"),
                                region("'; DROP TABLE events; --"),
                                region("${jndi:ldap://127.0.0.1:9/kit}"),
                                region("eu\\r\\n2026-01-01 INFO all clear")),
                odd(should("payload/utf-16", PAY_6, "signed JSON in UTF-16 is answered, not a 500"))
                        .refs("RFC 8259, 8.1")
                        .survives(valid().but(new Utf16())),
                refused(
                        should("payload/comments", PAY_6, "signed JSON with comments is answered 4xx, never 5xx"),
                        new PrependBytes(hex("/* kit */ "))));
    }

    private static List<Scenario> packedAndLarge() {
        return List.of(
                may("payload/gzip", PAY_6, "a gzip body signed over its compressed bytes: reported, never a 500")
                        .why(
                                "A framework that unpacks by itself hands other bytes to the verification than were signed.")
                        .mend(Mends.LIMITS)
                        .refs("RFC 9110, 8.4")
                        .observes(valid().but(new Gzip(), GZIPPED)),
                costly(must("payload/gzip-bomb", PAY_6, "a gzip bomb is answered quickly"))
                        .mend(Mends.LIMITS)
                        .refs("CWE-409")
                        .tags(Tag.HEAVY)
                        .survives(valid().but(new GzipBomb(256), GZIPPED)),
                should("payload/1-mib", PAY_6, "a body of 1 MiB is answered 2xx or 413")
                        .why(
                                "A limit is right, as long as its answer says so: with a 500 or a 401 nobody looks for it.")
                        .mend(Mends.LIMITS)
                        .tags(Tag.HEAVY)
                        .alsoRejectedBy(413)
                        .survivesAll(
                                Effects.NONE_UNLESS_ACCEPTED,
                                Step.of(valid().but(new PadTo(KIB * KIB)), Answer.ACCEPTED_OR_LISTED)),
                should(
                                "payload/16-mib",
                                PAY_6,
                                "an unsigned body of 16 MiB is refused without being buffered whole: 4xx or closed")
                        .why("Whoever buffers before verifying lets the whole world fill the memory, without a secret.")
                        .mend(Mends.LIMITS)
                        .refs("CWE-770")
                        .tags(Tag.HEAVY)
                        .survivesAll(
                                Effects.NONE,
                                Step.of(
                                        valid().but(new DropHeader(HeaderRole.SIGNATURE), new HugeBody(16)),
                                        Answer.NOT_ACCEPTED)));
    }

    private static Scenario refused(ScenarioBuilder scenario, BodyEdit edit) {
        return scenario.why(NOT_AN_EVENT).mend(Mends.VALIDATE).refuses(valid().but(edit));
    }

    private static ScenarioBuilder costly(ScenarioBuilder scenario) {
        return scenario.why(COSTLY).mend(Mends.LIMITS);
    }

    private static ScenarioBuilder odd(ScenarioBuilder scenario) {
        return scenario.why(ODD_TEXT).mend(Mends.VALIDATE);
    }

    private static WholeBody whole(String text) {
        return new WholeBody(text);
    }

    /** The region is text that receivers store and show. */
    private static DeliveryPlan region(String jsonText) {
        return valid().but(new SetField("region", '"' + jsonText + '"'));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
