package io.statuspulse.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void whatIsNotAsciiIsPercentEncodedAndNotSentAsAQuestionMark() {
        Target target = Target.of("http://127.0.0.1:8080/caf\u00e9/\u20ac?a=\u00fc");

        assertThat(target.path()).isEqualTo("/caf%C3%A9/%E2%82%AC?a=%C3%BC");
        assertThat(target).hasToString("http://127.0.0.1:8080" + target.path());
    }

    @Test
    void whatIsAsciiStaysAsItWasTyped() {
        assertThat(Target.of("http://HOST/a%2Fb/../c//d;x?y=%7e")).hasToString("http://HOST/a%2Fb/../c//d;x?y=%7e");
    }

    @Test
    void whatIsNoUrlIsToldOnOneLine() {
        assertThatThrownBy(() -> Target.of("http://h\n\u001b/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("URL: 'http://h\\n\\x1b/' is not a URL");
    }
}
