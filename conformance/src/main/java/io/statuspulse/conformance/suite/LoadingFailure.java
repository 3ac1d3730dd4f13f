package io.statuspulse.conformance.suite;

import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why classes that users wrote could not be used, in one phrase. */
final class LoadingFailure {
    private static final Pattern CLASS_VERSIONS =
            Pattern.compile("(\\S+) has been compiled by .* \\(class file version (\\d+)\\.\\d+\\).*");

    /** Class files of Java 1 have version 45, of Java 17 version 61. */
    private static final int BEFORE_FIRST_JAVA = 44;

    private LoadingFailure() {}

    static String words(Throwable thrown) {
        Throwable e = thrown instanceof ServiceConfigurationError || thrown instanceof ExceptionInInitializerError
                ? cause(thrown)
                : thrown;
        if (e instanceof UnsupportedClassVersionError) {
            return newerJava(String.valueOf(e.getMessage()));
        }
        if (e instanceof NoClassDefFoundError || e instanceof ClassNotFoundException) {
            return "class " + String.valueOf(e.getMessage()).replace('/', '.')
                    + " is missing; expected it in the same file, or on its Class-Path";
        }
        if (e instanceof IncompatibleClassChangeError) {
            return e.getMessage() + " (" + e.getClass().getSimpleName()
                    + "): compile it against this version of the kit";
        }
        if (e instanceof ServiceConfigurationError || e instanceof LinkageError) {
            return String.valueOf(e.getMessage());
        }
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return "it threw " + e.getClass().getSimpleName() + message + at(e);
    }

    private static Throwable cause(Throwable thrown) {
        return thrown.getCause() == null ? thrown : thrown.getCause();
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

    /** The place nearest to the failure, which is most often the user's own line. */
    private static String at(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("io.statuspulse.")) {
                return " at " + frame.getClassName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
