package io.statuspulse.junit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What every class with a {@link ReceiverProvider} gets: early checks, and the test that runs is known to its body. */
final class ConformanceExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    ConformanceExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        if (!ReceiverProvider.class.isAssignableFrom(testClass)) {
            return; // A nested class of the user's own tests.
        }
        if (!TestClasses.selectsScenarios(testClass)) {
            throw new ExtensionConfigurationException(Advice.noArea(testClass));
        }
        if (!TestClasses.saysReceiver(testClass)) {
            throw new ExtensionConfigurationException(Advice.noReceiver(testClass));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        CurrentTest.enter(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        CurrentTest.leave();
    }
}
