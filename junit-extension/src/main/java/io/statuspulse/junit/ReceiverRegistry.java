package io.statuspulse.junit;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Finds the receiver of a test: the nearest class, from the innermost out, that names one by method or by field. */
final class ReceiverRegistry {
    static final Namespace NAMESPACE = Namespace.create(ReceiverRegistry.class);

    private static final String RECEIVER = "receiver";

    private ReceiverRegistry() {}

    /** A receiver and the class that named it. */
    record Named(Supplier<@Nullable ReceiverUnderTest> receiver, ExtensionContext owner) {}

    private record Registered(ReceiverUnderTest receiver, String contextId) {}

    /** Notes what a field names; returns false where another field of the same class did before. */
    static boolean register(ExtensionContext context, ReceiverUnderTest receiver) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Registered known = store.get(RECEIVER, Registered.class);
        if (known != null && known.receiver() == receiver) {
            return true; // A nested class inherits the extensions of the class around it.
        }
        if (known != null && known.contextId().equals(context.getUniqueId())) {
            return false;
        }
        store.put(RECEIVER, new Registered(receiver, context.getUniqueId()));
        return true;
    }

    /**
     * Returns who names the receiver of that test.
     *
     * @throws ExtensionConfigurationException if nobody does, or a class does so twice
     */
    static Named find(ExtensionContext test) {
        List<Object> instances = test.getRequiredTestInstances().getAllInstances();
        for (int i = instances.size() - 1; i >= 0; i--) {
            Object instance = instances.get(i);
            ExtensionContext owner = classContext(test, instance);
            Registered registered = owner.getStore(NAMESPACE).get(RECEIVER, Registered.class);
            boolean byField = registered != null && registered.contextId().equals(owner.getUniqueId());
            boolean byMethod = TestClasses.overridesReceiver(instance.getClass());
            if (byField && byMethod) {
                throw new ExtensionConfigurationException(Advice.twoReceivers(instance.getClass()));
            }
            if (registered != null && byField) {
                return new Named(registered::receiver, owner);
            }
            if (byMethod) {
                return new Named(((ReceiverProvider) instance)::receiver, owner);
            }
        }
        throw new ExtensionConfigurationException(Advice.noReceiver(test.getRequiredTestClass()));
    }

    /** The context of the class that this is an instance of. */
    private static ExtensionContext classContext(ExtensionContext test, Object instance) {
        ExtensionContext context = classContext(test);
        while (!context.getRequiredTestClass().isInstance(instance)) {
            context = context.getParent().orElseThrow();
        }
        return context;
    }

    /** The context of the class that the test is run in. */
    static ExtensionContext classContext(ExtensionContext test) {
        ExtensionContext context = test;
        while (context.getTestMethod().isPresent()) {
            context = context.getParent().orElseThrow();
        }
        return context;
    }
}
