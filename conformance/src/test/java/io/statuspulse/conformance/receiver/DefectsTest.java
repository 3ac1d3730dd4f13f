package io.statuspulse.conformance.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefectsTest {

    static Stream<Probes.Probe> probes() {
        return Probes.byDefect().values().stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("probes")
    void isWrongWhereTheCorrectReceiverIsRight(Probes.Probe probe) throws Exception {
        try (BuiltInReceiver correct = BuiltInReceiver.start(settings());
                BuiltInReceiver wrong = BuiltInReceiver.start(
                        settings().withDefect(Defects.named(probe.defect()).orElseThrow()))) {
            assertThat(probe.steps().run(correct))
                    .as("correct receiver, %s", probe)
                    .isEqualTo(probe.right());
            assertThat(probe.steps().run(wrong))
                    .as("receiver with the defect, %s", probe)
                    .isEqualTo(probe.wrong());
        }
    }

    @Test
    void everyDefectIsProbed() {
        assertThat(Probes.byDefect().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Defects.all().stream().map(Defect::name).toList());
    }

    @Test
    void namesAreUniqueAndInKebabCase() {
        assertThat(Defects.all())
                .extracting(Defect::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void everyDefectSaysWhatIsWrong() {
        assertThat(Defects.all())
                .extracting(Defect::summary)
                .doesNotHaveDuplicates()
                .allSatisfy(summary -> assertThat(summary).hasSizeBetween(10, 120));
    }

    @Test
    void findsDefectsByTheirNames() {
        assertThat(Defects.named("prefix-compare")).map(Defect::toString).contains("prefix-compare");
        assertThat(Defects.named("no-such-thing")).isEmpty();
    }

    private static ReceiverSettings settings() {
        return ReceiverSettings.of(Signing.SECRET)
                .withPreviousSecret(Signing.PREVIOUS)
                .withRetiredSecrets(List.of(Signing.RETIRED));
    }
}
