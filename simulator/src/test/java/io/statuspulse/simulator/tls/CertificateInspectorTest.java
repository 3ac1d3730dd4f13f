package io.statuspulse.simulator.tls;

import static io.statuspulse.simulator.tls.CertificateAspect.HOST_NAME;
import static io.statuspulse.simulator.tls.CertificateAspect.STRONG;
import static io.statuspulse.simulator.tls.CertificateAspect.TRUSTED;
import static io.statuspulse.simulator.tls.CertificateAspect.VALID_FOR_LONGER;
import static io.statuspulse.simulator.tls.CertificateAspect.VALID_NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.statuspulse.simulator.tls.CertificateFinding.State;
import io.statuspulse.tlsfixtures.Identity;
import io.statuspulse.tlsfixtures.Issuing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateInspectorTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Identity ROOT =
            valid(Issuing.authority("Test Root"), 1000).issue();
    private static final Identity INTERMEDIATE =
            valid(Issuing.authority("Test Intermediate").by(ROOT), 500).issue();

    private static Issuing valid(Issuing issuing, int days) {
        return issuing.valid(NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(days)));
    }

    private static Issuing server() {
        return valid(Issuing.server(INTERMEDIATE), 90);
    }

    private static CertificateFinding inspect(CertificateAspect aspect, Identity presented, Identity... roots) {
        Set<java.security.cert.X509Certificate> trusted =
                Set.copyOf(Arrays.stream(roots).map(Identity::certificate).toList());
        return new CertificateInspector(trusted, CLOCK).inspect(aspect, presented.presented(), "localhost");
    }

    private static void assertFails(Identity presented, CertificateAspect only, String... words) {
        for (CertificateAspect aspect : CertificateAspect.values()) {
            CertificateFinding finding = inspect(aspect, presented, ROOT);
            assertThat(finding.state())
                    .as(aspect + ": " + finding.words())
                    .isEqualTo(aspect == only ? State.FAILS : State.HOLDS);
        }
        assertThat(inspect(only, presented, ROOT).words()).contains(words).matches("[ -~]+");
    }

    @Test
    void aGoodCertificateHoldsInEveryAspect() {
        for (Identity good : List.of(
                server().issue(),
                server().key("RSA", 2048).issue(),
                server().key("Ed25519", 0).issue(),
                valid(Issuing.server(ROOT), 90).issue(),
                server().issue().presenting(ROOT),
                server().purpose(KeyPurposeId.id_kp_serverAuth).issue())) {
            for (CertificateAspect aspect : CertificateAspect.values()) {
                CertificateFinding finding = inspect(aspect, good, ROOT);
                assertThat(finding.state()).as(aspect + ": " + finding.words()).isEqualTo(State.HOLDS);
            }
        }
    }

    @Test
    void aSelfSignedCertificateIsTrustedOnlyWhereItIsItselfARoot() {
        Identity own = valid(Issuing.of("own").dns("localhost"), 90).issue();

        assertFails(own, TRUSTED, "it is self-signed");
        assertThat(inspect(TRUSTED, own, own).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void aMissingIntermediateIsNamedWithWhatIsMissing() {
        assertFails(server().issue().alone(), TRUSTED, "'CN=Test Intermediate'", "an intermediate is missing");
    }

    @Test
    void anUnknownRootIsNamedWhereItIsPresented() {
        Identity other = valid(Issuing.authority("Other Root"), 90).issue();
        Identity presented = valid(Issuing.server(other), 90).issue().presenting(other);

        assertFails(presented, TRUSTED, "the root 'CN=Other Root', which is not trusted");
    }

    @Test
    void aRootOfTheSameNameWithAnotherKeyIsNotTakenForTheTrustedOne() {
        Identity impostor = valid(Issuing.authority("Test Root"), 90).issue();

        assertFails(valid(Issuing.server(impostor), 90).issue(), TRUSTED, "'CN=Test Root', which did not sign it");
    }

    @Test
    void anExpiredIntermediateIsNamed() {
        Identity expired = Issuing.authority("Old Intermediate")
                .by(ROOT)
                .valid(NOW.minus(Duration.ofDays(300)), NOW.minus(Duration.ofDays(1)))
                .issue();
        Identity presented = valid(Issuing.server(expired), 90).issue();
        CertificateFinding finding = inspect(TRUSTED, presented, ROOT);

        assertThat(finding.state()).isEqualTo(State.FAILS);
        assertThat(finding.words()).contains("the intermediate 'CN=Old Intermediate' expired at 2026-11-22T12:00:00Z");
    }

    @Test
    void anIssuerThatIsNoAuthorityIsRefused() {
        Identity leaf = server().issue();
        Identity presented = valid(Issuing.server(leaf), 90).issue();

        assertThat(inspect(TRUSTED, presented, ROOT).state()).isEqualTo(State.FAILS);
        assertThat(inspect(TRUSTED, presented, ROOT).words()).contains("along a path that is not valid");
    }

    @Test
    void aCertificateForClientsIsNoServers() {
        assertFails(server().purpose(KeyPurposeId.id_kp_clientAuth).issue(), TRUSTED, "is not meant for servers");
    }

    @Test
    void anExpiredCertificateIsTrustedOtherwise() {
        Identity expired = Issuing.server(INTERMEDIATE)
                .valid(NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(1)))
                .issue();

        assertThat(failing(expired)).containsExactlyInAnyOrder(VALID_NOW, VALID_FOR_LONGER);
        assertThat(inspect(VALID_NOW, expired, ROOT).words())
                .contains("it expired at 2026-11-22T12:00:00Z, which is before now");
    }

    @Test
    void aCertificateOfTomorrowIsNotValidYet() {
        Identity early = Issuing.server(INTERMEDIATE)
                .valid(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(90)))
                .issue();

        assertFails(early, VALID_NOW, "it is valid from 2026-11-24T12:00:00Z on, which is after now");
    }

    @ParameterizedTest
    @CsvSource({"0, FAILS", "13, FAILS", "14, HOLDS", "15, HOLDS"})
    void fourteenDaysAreEnough(int days, State state) {
        Identity soon = Issuing.server(INTERMEDIATE)
                .valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(days)))
                .issue();

        assertThat(inspect(VALID_FOR_LONGER, soon, ROOT).state()).isEqualTo(state);
        assertThat(inspect(VALID_FOR_LONGER, soon, ROOT).words()).contains("in " + days + " days");
    }

    @Test
    void anIntermediateThatEndsSoonIsNamed() {
        Identity soon = valid(Issuing.authority("Soon").by(ROOT), 3).issue();

        assertFails(valid(Issuing.server(soon), 90).issue(), VALID_FOR_LONGER, "the intermediate 'CN=Soon'", "3 days");
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024, RSA 1024", "RSA, 2040, RSA 2040"})
    void aShortKeyIsNamed(String algorithm, int bits, String shown) {
        assertFails(server().key(algorithm, bits).issue(), STRONG, "the key is " + shown + ", which is shorter than");
    }

    @Test
    void aWeakIntermediateIsNamed() {
        Identity weak =
                valid(Issuing.authority("Weak").by(ROOT).key("RSA", 1024), 90).issue();

        assertFails(
                valid(Issuing.server(weak), 90).issue(), STRONG, "the key of the intermediate 'CN=Weak' is RSA 1024");
    }

    @Test
    void aSignatureWithSha1IsWeakButOnTheRoot() {
        Identity oldRoot =
                valid(Issuing.authority("Sha1 Root").digest("SHA1"), 900).issue();
        Identity good = valid(Issuing.server(oldRoot), 90).issue().presenting(oldRoot);

        assertThat(inspect(STRONG, good, oldRoot).state()).isEqualTo(State.HOLDS);
        assertFails(server().digest("SHA1").issue(), STRONG, "the signature is made with SHA1withECDSA");
        Identity middle =
                valid(Issuing.authority("Mid").by(ROOT).digest("SHA1"), 90).issue();
        assertFails(valid(Issuing.server(middle), 90).issue(), STRONG, "the signature of the intermediate 'CN=Mid'");
    }

    @Test
    void aDigestThatTheJdkRefusesFailsAlsoTheTrust() {
        Identity rsaRoot = valid(Issuing.authority("Rsa").key("RSA", 2048), 90).issue();
        Identity md5 = valid(Issuing.server(rsaRoot).digest("MD5"), 90).issue();

        assertThat(inspect(STRONG, md5, rsaRoot).words()).contains("MD5withRSA");
        assertThat(inspect(STRONG, md5, rsaRoot).state()).isEqualTo(State.FAILS);
        assertThat(inspect(TRUSTED, md5, rsaRoot).words()).contains("Algorithm constraints check failed");
    }

    @Test
    void anotherHostIsNamedWithThoseThatAreMeant() {
        Identity other = valid(
                        Issuing.of("localhost").dns("a.example").ip("192.0.2.1").by(INTERMEDIATE), 90)
                .issue();

        assertFails(other, HOST_NAME, "made out for 'a.example', '192.0.2.1', not for 'localhost'");
    }

    @Test
    void theCommonNameDoesNotCount() {
        assertFails(
                valid(Issuing.of("localhost").by(INTERMEDIATE), 90).issue(), HOST_NAME, "no subject alternative name");
    }

    @Test
    void anEmptyChainIsNoChain() {
        CertificateInspector inspector = new CertificateInspector(Set.of(), CLOCK);

        assertThatThrownBy(() -> inspector.inspect(TRUSTED, List.of(), "localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds 0 certificates");
    }

    private static EnumSet<CertificateAspect> failing(Identity presented) {
        EnumSet<CertificateAspect> failing = EnumSet.noneOf(CertificateAspect.class);
        for (CertificateAspect aspect : CertificateAspect.values()) {
            if (inspect(aspect, presented, ROOT).state() != State.HOLDS) {
                failing.add(aspect);
            }
        }
        return failing;
    }
}
