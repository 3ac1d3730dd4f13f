package io.statuspulse.junit;

import io.statuspulse.junit.Templates.Base;
import org.junit.jupiter.api.Nested;

/** Test classes with known failures as users write them; run by the tests of this module. */
final class Waived {
    static final String LINK = "https://tracker.example.com/42";

    private Waived() {}

    @KnownFailure(scenario = "signature/missing", reason = "the gateway signs", link = LINK, expires = "2999-12-31")
    static class One extends Base implements SignatureConformance {}

    @KnownFailure(scenario = "signature/missing", reason = "the gateway signs")
    @KnownFailure(scenario = "signature/empty", reason = "the gateway signs that too")
    static class Two extends Base {
        @ConformanceTest(select = {"signature/missing", "signature/empty"})
        void conforms(ScenarioRun run) {
            run.verify();
        }
    }

    static class Inherits extends One {}

    @KnownFailure(scenario = "signature/missing", reason = "the gateway signs", expires = "2020-01-31")
    static class Expired extends Base implements SignatureConformance {}

    @KnownFailure(scenario = "secret/*", reason = "secrets come later")
    static class Glob extends Base implements SecretConformance {}

    // What follows is wrong.

    @KnownFailure(scenario = "signatur/missing", reason = "misspelt")
    static class Misspelt extends Base implements SignatureConformance {}

    @KnownFailure(scenario = "signature/missing", reason = "")
    static class WithoutReason extends Base implements SignatureConformance {}

    @KnownFailure(scenario = "signature/missing", reason = "some day", expires = "soon")
    static class NoDate extends Base implements SignatureConformance {}

    @KnownFailure(scenario = "signature/missing", reason = "somewhere", link = "tracker/42")
    static class NoLink extends Base implements SignatureConformance {}

    static class OnNested extends Base implements SecretConformance {
        @Nested
        @KnownFailure(scenario = "signature/missing", reason = "the gateway signs")
        class Shares implements SignatureConformance {}
    }
}
