package io.statuspulse.junit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Files that belong to a test. JUnit 5.14 and later take them one way, 5.12 and 5.13 another, and those before not at all:
 * each way is a class of its own, which is loaded only when it is tried.
 */
final class Attachments {
    private Attachments() {}

    /** Attaches a text where JUnit can; whatever keeps it from doing so is thrown. */
    static void attach(ExtensionContext test, String name, String text) {
        try {
            Current.attach(test, name, text);
        } catch (NoClassDefFoundError | NoSuchMethodError none) {
            try {
                Before514.attach(test, name, text);
            } catch (NoClassDefFoundError | NoSuchMethodError notEvenThat) {
                return; // Before 5.12. The report has the exchanges too.
            }
        }
    }

    private static final class Current {
        static void attach(ExtensionContext test, String name, String text) {
            test.publishFile(
                    name, MediaType.TEXT_PLAIN_UTF_8, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
        }
    }

    private static final class Before514 {
        @SuppressWarnings("deprecation") // There was no other then.
        static void attach(ExtensionContext test, String name, String text) {
            test.publishFile(
                    name,
                    org.junit.jupiter.api.extension.MediaType.TEXT_PLAIN_UTF_8,
                    file -> Files.writeString(file, text, StandardCharsets.UTF_8));
        }
    }
}
