package io.statuspulse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.1.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "::ffff:10.0.0.1"
            })
    void privateAddressesAreTaken(String address) throws UnknownHostException {
        assertThat(HostGuard.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "192.169.0.1",
                "11.0.0.1",
                "100.64.0.1",
                "2001:db8::1",
                "fe00::1",
                "::ffff:8.8.8.8"
            })
    void allOthersNeedPermission(String address) throws UnknownHostException {
        assertThat(HostGuard.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void permissionIsEnough() {
        assertThatNoException().isThrownBy(() -> HostGuard.check("192.0.2.1", Duration.ofSeconds(5), true));
    }

    @Test
    void localhostNeedsNoPermission() {
        assertThatNoException().isThrownBy(() -> HostGuard.check("localhost", Duration.ofSeconds(5), false));
    }
}
