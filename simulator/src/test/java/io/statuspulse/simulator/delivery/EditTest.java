package io.statuspulse.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.simulator.signing.SignedContent;
import io.statuspulse.simulator.signing.SigningKey;
import io.statuspulse.simulator.signing.TimestampFormat;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditTest {

    @Test
    void printsWhatItDoes() {
        assertThat(new SigningEdit.TimestampShift(Duration.ofHours(-1)).print()).isEqualTo("TimestampShift[-PT1H]");
        assertThat(new BodyEdit.EventTimeShift(Duration.ofMillis(1500)).print()).isEqualTo("EventTimeShift[PT1.5S]");
        assertThat(new BodyEdit.ReverseFields().print()).isEqualTo("ReverseFields[]");
        assertThat(new BodyEdit.SetField("region", "\"x\"").print()).isEqualTo("SetField[region, \"x\"]");
        assertThat(new SigningEdit.TimestampAs(TimestampFormat.RFC_3339).print())
                .isEqualTo("TimestampAs[rfc-3339]");
        assertThat(new SigningEdit.SignContent(new SignedContent("{body}")).print())
                .isEqualTo("SignContent[{body}]");
        assertThat(new SentEdit.TamperBody(new BodyEdit.CutEnd(1)).print()).isEqualTo("TamperBody[CutEnd[1]]");
        assertThat(new SigningEdit.SignWith(SigningKey.Derived.HEX_DECODED).print())
                .isEqualTo("SignWith[hex-decoded]");
        assertThat(new SigningEdit.SignWith(new SigningKey.Lookalike("never issued", 6)).print())
                .isEqualTo("SignWith[never issued]");
    }

    @Test
    void printsOnOneLineOfPlainCharacters() {
        assertThat(new SigningEdit.SignWith(new SigningKey.Literal("a\n\u001b")).print())
                .isEqualTo("SignWith['a\\n\\x1b']");
        assertThat(new SentEdit.SignatureText("é\r\n").print()).isEqualTo("SignatureText[\\xe9\\r\\n]");
    }

    @Test
    void printsTheBeginningOfWhatIsLong() {
        assertThat(new BodyEdit.WholeBody("x".repeat(80)).print()).isEqualTo("WholeBody[" + "x".repeat(80) + "]");
        assertThat(new BodyEdit.WholeBody("x".repeat(81)).print())
                .isEqualTo("WholeBody[" + "x".repeat(80) + "… (81 characters)]");
    }

    @Test
    void printsEveryEditDifferently() {
        Set<String> printed =
                EditSamples.all().values().stream().map(Edit::print).collect(Collectors.toSet());

        assertThat(printed).hasSameSizeAs(EditSamples.all().keySet());
    }

    @Test
    void actsAtTheMomentOfItsFamily() {
        assertThat(EditSamples.all().values())
                .allSatisfy(edit -> assertThat(edit.moment())
                        .isEqualTo(
                                edit instanceof BodyEdit
                                        ? Moment.BODY
                                        : edit instanceof SigningEdit
                                                ? Moment.SIGNING
                                                : edit instanceof SentEdit ? Moment.SENT : Moment.WIRE));
        assertThat(Moment.values()).containsExactly(Moment.BODY, Moment.SIGNING, Moment.SENT, Moment.WIRE);
    }
}
