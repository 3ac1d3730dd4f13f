package io.statuspulse.conformance.suite;

import java.util.Arrays;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why classes that users wrote could not be used, in one phrase. */
final class LoadingFailure {
    private static final Pattern CLASS_VERSIONS =
            Pattern.compile("(\\S+) has been compiled by .* \\(class file version (\\d+)\\.\\d+\\).*");

    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$./]+");
    private static final Pattern OTHERS =
            Pattern.compile("(java|jdk|sun|io\\.statuspulse\\.(conformance|simulator))\\.");

    /** Class files of Java 1 have version 45, of Java 17 version 61. */
    private static final int BEFORE_FIRST_JAVA = 44;

    private LoadingFailure() {}

    static String words(Throwable thrown) {
        Throwable e = thrown;
        if (thrown instanceof ServiceConfigurationError wrong) {
            @Nullable Throwable cause = wrong.getCause();
            if (cause == null || cause instanceof ReflectiveOperationException) {
                return String.valueOf(wrong.getMessage()).replaceFirst("^" + ScenarioSource.class.getName() + ": ", "")
                        + "; expected the name of a public class that implements ScenarioSource and has a public"
                        + " constructor without parameters";
            }
            e = cause;
        }
        if (e instanceof ExceptionInInitializerError failed && failed.getCause() != null) {
            e = failed.getCause();
        }
        return e instanceof LinkageError unlinked ? ofLinking(unlinked) : ofThrowing(e);
    }

    private static String ofLinking(LinkageError e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnsupportedClassVersionError) {
            return newerJava(message);
        }
        if (e instanceof NoClassDefFoundError && CLASS_NAME.matcher(message).matches()) {
            return "class " + message.replace('/', '.')
                    + " is missing; expected it in the same file, or on the Class-Path that its manifest names";
        }
        if (e instanceof IncompatibleClassChangeError) {
            return e.getClass().getSimpleName() + ": " + message + "; compile it against this version of the kit";
        }
        return e.getClass().getSimpleName() + ": " + message;
    }

    private static String ofThrowing(Throwable e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return "it threw " + e.getClass().getSimpleName() + message + at(e);
    }

    private static String newerJava(String message) {
        Matcher versions = CLASS_VERSIONS.matcher(message);
        if (!versions.matches()) {
            return message;
        }
        int needed = Integer.parseInt(versions.group(2)) - BEFORE_FIRST_JAVA;
        return "class " + versions.group(1).replace('/', '.') + " is compiled for Java " + needed
                + ", and this is Java " + Runtime.version().feature() + "; compile it with --release "
                + Runtime.version().feature();
    }

    /** The place nearest to the failure that is neither Java's nor the kit's, which is the user's own line. */
    private static String at(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> !OTHERS.matcher(frame.getClassName()).lookingAt())
                .findFirst()
                .map(frame -> " (at " + frame.getClassName() + ", line " + frame.getLineNumber() + ")")
                .orElse("");
    }
}
