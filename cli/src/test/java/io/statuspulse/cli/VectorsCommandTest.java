package io.statuspulse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.schemas.SchemaName;
import io.statuspulse.schemas.Schemas;
import org.junit.jupiter.api.Test;

class VectorsCommandTest {
    @Test
    void signatureVectorsArePrintedWhole() {
        Outcome outcome = Outcome.of("vectors");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().getBytes(UTF_8)).isEqualTo(Schemas.resource("signature-vectors.json"));
        assertThat(Schemas.validate(SchemaName.SIGNATURE_VECTORS, outcome.out().getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void payloadVectorsArePrintedOnRequest() {
        Outcome outcome = Outcome.of("vectors", "--kind", "payload");

        assertThat(outcome.exitCode()).isZero();
        assertThat(Schemas.validate(SchemaName.PAYLOAD_VECTORS, outcome.out().getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void anotherKindIsWrongUsage() {
        Outcome outcome = Outcome.of("vectors", "--kind", "body");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("there is no 'body', expected signature or payload");
    }
}
