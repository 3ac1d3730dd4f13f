package io.statuspulse.junit;

import java.lang.reflect.Method;

/** What to write, for a test class that cannot be run as it is. */
final class Advice {
    private static final String METHOD =
            "public ReceiverUnderTest receiver() { return ReceiverUnderTest.at(\"http://127.0.0.1:8080/webhook\")"
                    + ".secret(System.getenv(\"STATUSPULSE_SECRET\")); }";
    private static final String FIELD = "@RegisterExtension static StatusPulseExtension statusPulse ="
            + " StatusPulseExtension.of(ReceiverUnderTest.at(…).secret(…));";

    private Advice() {}

    static String noReceiver(Class<?> testClass) {
        return testClass.getName() + " does not say which receiver is tested; let it implement"
                + " ReceiverProvider or the interface of an area, and write the method " + METHOD
                + ", or write the field "
                + FIELD;
    }

    static String twoReceivers(Class<?> testClass) {
        return testClass.getName() + " says twice which receiver is tested; leave the method receiver() or one static"
                + " StatusPulseExtension field, not more";
    }

    static String nullReceiver(Class<?> testClass) {
        return "receiver() of " + testClass.getName() + " returned null; write " + METHOD;
    }

    static String noArea(Class<?> testClass) {
        return testClass.getName() + " names a receiver and selects no scenario; let it, or a @Nested class in it,"
                + " implement StatusPulseConformance for all of them, or interfaces of single areas such as"
                + " SignatureConformance, or have a method with @ConformanceTest";
    }

    static String fieldNotStatic(Class<?> testClass) {
        return "the StatusPulseExtension field of " + testClass.getName()
                + " is not static; write @RegisterExtension static, since one receiver serves the whole class";
    }

    static String misplacedTemplate(Method method) {
        return "@ConformanceTest on " + method.getDeclaringClass().getName() + "." + method.getName()
                + ": the method is private, static or not void, so that JUnit leaves it out; write @ConformanceTest"
                + " void "
                + method.getName() + "(ScenarioRun run) { run.verify(); }";
    }

    static String waiversOfShared(Class<?> testClass, Class<?> owner) {
        return "@KnownFailure on " + testClass.getName() + ": it shares the receiver of " + owner.getName()
                + ", and the report is of both; write it on " + owner.getSimpleName();
    }
}
