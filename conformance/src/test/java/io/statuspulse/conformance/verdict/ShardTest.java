package io.statuspulse.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShardTest {

    @Test
    void idsAreKnownByTheirDigest() {
        // printf 'a/b\nc/d\n' | sha256sum
        assertThat(Shard.digest(List.of("a/b", "c/d"))).isEqualTo("7b6e254d11e9d36b");
        assertThat(Shard.digest(List.of("c/d", "a/b"))).isNotEqualTo("7b6e254d11e9d36b");
    }

    @Test
    void isCalledByItsIndexAndTheirNumber() {
        assertThat(new Shard(1, 2, 257, "", "").label()).isEqualTo("1/2");
    }

    @Test
    void thereAreNoMoreWithScenariosThanScenarios() {
        assertThat(new Shard(1, 4, 257, "", "").filled()).isEqualTo(4);
        assertThat(new Shard(1, 4, 3, "", "").filled()).isEqualTo(3);
    }
}
