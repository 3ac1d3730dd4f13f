package io.statuspulse.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.tlsfixtures.Issuing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {

    @ParameterizedTest
    @CsvSource({
        "a.example, a.example, true",
        "A.Example, a.eXAMPLE, true",
        "a.example., a.example, true",
        "a.example, a.example., true",
        "*.example, a.example, true",
        "*.example, A.Example, true",
        "*.example, example, false",
        "*.example, a.b.example, false",
        "*.example, .example, false",
        "a.*, a.example, false",
        "*, localhost, false",
        "f*.example, foo.example, false",
        "*.*.example, a.b.example, false",
        "x.*.example, x.b.example, false",
        "b.example, a.example, false",
        "127.0.0.1, 127.0.0.1, false",
        "*.0.0.1, 127.0.0.1, false"
    })
    void aNameMatchesWholeOrByItsLeftMostLabel(String pattern, String host, boolean matches) {
        assertThat(HostNames.matches(pattern, host)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "::1, ::1, true",
        "fe80::1, fe80::1%eth0, true",
        "127.0.0.1, localhost, false"
    })
    void anAddressMatchesAsABareNumber(String address, String host, boolean matches) {
        var certificate = Issuing.of("x").ip(address).issue().certificate();

        assertThat(HostNames.finding(certificate, host).state() == CertificateFinding.State.HOLDS)
                .isEqualTo(matches);
    }
}
