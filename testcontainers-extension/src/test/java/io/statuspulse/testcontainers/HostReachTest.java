package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

class HostReachTest {
    @Test
    void addressOfTheHostIsFoundInTheContainersHosts() {
        assertThat(HostReach.addressOfHost("""
                        127.0.0.1\tlocalhost
                        # 10.0.0.1 host.docker.internal
                        ::1\tlocalhost ip6-localhost

                        172.17.0.1\tother host.docker.internal # the engine's
                        172.17.0.2\t6ac1c2d4f6a9
                        """.lines())).contains("172.17.0.1");
    }

    @Test
    void hostsWithoutTheHostHaveNone() {
        assertThat(HostReach.addressOfHost("127.0.0.1 localhost\n\n#\n".lines()))
                .isEmpty();
    }

    @Test
    void containerIsGivenTheHostOnce() {
        GenericContainer<?> container = new GenericContainer<>("localhost/never-started:1");
        assertThat(HostReach.isGiven(container)).isFalse();
        HostReach.give(container);
        HostReach.give(container);
        assertThat(container.getExtraHosts()).containsExactly("host.docker.internal:host-gateway");
    }

    @Test
    void addressThatTheUserGaveStays() {
        GenericContainer<?> container =
                new GenericContainer<>("localhost/never-started:1").withExtraHost("host.docker.internal", "10.1.2.3");
        HostReach.give(container);
        assertThat(container.getExtraHosts()).containsExactly("host.docker.internal:10.1.2.3");
    }
}
