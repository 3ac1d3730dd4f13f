package io.statuspulse.junit;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What the interface of every area extends: a test class that says which receiver is tested. */
@ExtendWith(ConformanceExtension.class)
public interface ReceiverProvider {

    /**
     * Returns the receiver under test: what a test class writes, unless a {@link StatusPulseExtension} field says it.
     *
     * <p>Called once for a class, by its first scenario, after that test's {@code @BeforeEach} methods; a receiver that
     * the class starts is thus best started in {@code @BeforeAll} or by a framework's extension. A nested class that
     * does not override it is tested against the receiver of the class around it.
     */
    default ReceiverUnderTest receiver() {
        throw new ExtensionConfigurationException(Advice.noReceiver(getClass()));
    }
}
