package io.statuspulse.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void whatEveryFailureSaysIsLeftOut() {
        assertThat(Causes.of(new IllegalStateException(
                        "Container startup failed for image receiver:1",
                        new IllegalStateException(
                                "Retry limit hit with exception",
                                new IllegalStateException(
                                        "Could not create/start container",
                                        new IllegalStateException("Status 404:\n  No such image: receiver:1"))))))
                .isEqualTo("Status 404: No such image: receiver:1");
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        Exception inner = new IllegalStateException("no socket");
        assertThat(Causes.of(new IllegalStateException(inner))).isEqualTo("java.lang.IllegalStateException: no socket");
    }

    @Test
    void frameIsBetterThanNothing() {
        assertThat(Causes.of(new IllegalStateException("Could not create/start container")))
                .isEqualTo("Could not create/start container");
        assertThat(Causes.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    void environmentOfTheContainerIsKeptBack() {
        assertThat(Causes.of(new IllegalStateException("expected the predicate to return <true> but it returned <false>"
                        + " for input of <InspectContainerResponse(env=[STATUSPULSE_SECRET=whsec_1])>")))
                .isEqualTo("expected the predicate to return <true> but it returned <false>");
    }

    @Test
    void imageIsNamedByItsName() {
        assertThat(Causes.nameOfImage("RemoteDockerImage(imageName=receiver:1, imagePullPolicy=DefaultPullPolicy(),"
                        + " imageNameSubstitutor=org.testcontainers.utility.Some$Other@2bb7bd00): gone"))
                .isEqualTo("receiver:1: gone");
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(Causes.of(new IllegalStateException("x".repeat(10_000))))
                .hasSize(601)
                .endsWith("…");
    }
}
