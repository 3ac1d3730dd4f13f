package io.statuspulse.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** What can be told of a test class before it runs. */
final class TestClasses {
    private TestClasses() {}

    /** Returns whether the class or one nested in it implements the interface of an area, or has a template. */
    static boolean selectsScenarios(Class<?> testClass) {
        if (implementsArea(testClass) || hasTemplate(testClass)) {
            return true;
        }
        return superclasses(testClass)
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
                .anyMatch(TestClasses::selectsScenarios);
    }

    private static boolean hasTemplate(Class<?> testClass) {
        return !AnnotationSupport.findAnnotatedMethods(
                        testClass, ConformanceTest.class, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }

    /**
     * Checks that no method asks to be a template and cannot be one: JUnit leaves such a method out.
     *
     * @throws ExtensionConfigurationException if there is one; the message says what to write
     */
    static void requireTemplatesThatRun(Class<?> testClass) {
        superclasses(testClass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(TestClasses::cannotBeTest)
                .filter(method -> AnnotationSupport.isAnnotated(method, ConformanceTest.class))
                .findFirst()
                .ifPresent(method -> {
                    throw new ExtensionConfigurationException(Advice.misplacedTemplate(method));
                });
    }

    private static boolean cannotBeTest(Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers) || method.getReturnType() != void.class;
    }

    /** Returns whether the class, one above it or one around it says which receiver is tested, or may do so. */
    static boolean saysReceiver(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            if (overridesReceiver(type) || registersExtensions(type)) {
                return true;
            }
        }
        return false;
    }

    static boolean overridesReceiver(Class<?> type) {
        return ReceiverProvider.class.isAssignableFrom(type)
                && method(type, "receiver").getDeclaringClass() != ReceiverProvider.class;
    }

    /** Returns whether that method of the class is the one that the area's interface brings, and not one in its place. */
    static boolean isScenario(Class<?> testClass, String methodName) {
        return Arrays.stream(testClass.getMethods())
                .filter(m -> m.getName().equals(methodName) && m.getParameterCount() == 0)
                .anyMatch(m -> isArea(m.getDeclaringClass()));
    }

    static boolean declaresReceiverField(Class<?> testClass) {
        return AnnotationSupport.findAnnotatedFields(testClass, RegisterExtension.class).stream()
                .anyMatch(field -> field.getType() == StatusPulseExtension.class);
    }

    private static boolean registersExtensions(Class<?> type) {
        return !AnnotationSupport.findAnnotatedFields(type, RegisterExtension.class)
                .isEmpty();
    }

    private static boolean implementsArea(@Nullable Class<?> type) {
        return type != null
                && (isArea(type)
                        || implementsArea(type.getSuperclass())
                        || Arrays.stream(type.getInterfaces()).anyMatch(TestClasses::implementsArea));
    }

    static boolean isArea(Class<?> type) {
        return type.isInterface()
                && type != ReceiverProvider.class
                && ReceiverProvider.class.isAssignableFrom(type)
                && type.getPackageName().equals(TestClasses.class.getPackageName());
    }

    private static Stream<Class<?>> superclasses(Class<?> type) {
        return Stream.iterate(type, t -> t != null, Class::getSuperclass);
    }

    private static Method method(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new LinkageError(type.getName() + " lacks the method " + name + " of its interface", e);
        }
    }
}
