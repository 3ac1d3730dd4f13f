package io.statuspulse.junit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Names the receiver under test in a field, instead of in the method {@link ReceiverProvider#receiver()}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static StatusPulseExtension statusPulse =
 *         StatusPulseExtension.of(ReceiverUnderTest.at(server::url).secret("whsec_…"));
 * }</pre>
 */
public final class StatusPulseExtension implements BeforeAllCallback, BeforeEachCallback {
    private final ReceiverUnderTest receiver;
    private volatile boolean registered;

    private StatusPulseExtension(ReceiverUnderTest receiver) {
        this.receiver = receiver;
    }

    /** Returns an extension for a static field: the class, and the nested classes in it, are tested against it. */
    public static StatusPulseExtension of(ReceiverUnderTest receiver) {
        return new StatusPulseExtension(receiver);
    }

    /**
     * Registers the receiver.
     *
     * @throws ExtensionConfigurationException if the class selects no scenario, or registers two receivers; the message
     *     says what to write
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        registered = true;
        Class<?> testClass = context.getRequiredTestClass();
        TestClasses.requireTemplatesThatRun(testClass);
        if (!ReceiverRegistry.register(context, receiver)) {
            throw new ExtensionConfigurationException(Advice.twoReceivers(testClass));
        }
        ClassWaivers.check(testClass);
        boolean ownField = TestClasses.declaresReceiverField(testClass);
        if (ownField && !TestClasses.selectsScenarios(testClass)) {
            throw new ExtensionConfigurationException(Advice.noArea(testClass));
        }
    }

    /**
     * Checks that the field was found in time.
     *
     * @throws ExtensionConfigurationException if the field is not static
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (!registered) {
            throw new ExtensionConfigurationException(Advice.fieldNotStatic(context.getRequiredTestClass()));
        }
    }
}
