package io.statuspulse.simulator;

import io.statuspulse.fuzz.Replay;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class FuzzReplayTest {
    @TestFactory
    Stream<DynamicNode> whatWasOnceFoundIsNotFoundAgain() {
        return Replay.ofEveryInput();
    }
}
