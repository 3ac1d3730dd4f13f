package io.statuspulse.junit;

import io.statuspulse.conformance.waiver.KnownFailures;
import io.statuspulse.conformance.waiver.Overlay;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The known failures of a test class. */
final class ClassWaivers {
    private ClassWaivers() {}

    /** Returns whether the class itself, or one that it inherits from, says which failures are known. */
    static boolean isOn(Class<?> testClass) {
        return !annotations(testClass).isEmpty();
    }

    /**
     * Checks what is written on that class.
     *
     * @throws ExtensionConfigurationException if it makes no sense; the message says what to write
     */
    static void check(Class<?> testClass) {
        over(testClass, KnownFailures.NONE, Instant.EPOCH);
    }

    /**
     * Returns what is written on the class, and after it what its receiver brings, over results of that day.
     *
     * @throws ExtensionConfigurationException if it makes no sense; the message says what to write
     */
    static Overlay over(Class<?> testClass, KnownFailures ofReceiver, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try {
            KnownFailures all = written(testClass).and(ofReceiver);
            return all.list().isEmpty()
                    ? all.over(List.of(), day)
                    : all.over(Catalogues.of(testClass).scenarios(), day);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    private static KnownFailures written(Class<?> testClass) {
        return KnownFailures.of(
                annotations(testClass).stream().map(ClassWaivers::read).toList(),
                "@KnownFailure on " + testClass.getName());
    }

    private static List<KnownFailure> annotations(Class<?> testClass) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, KnownFailure.class);
    }

    private static io.statuspulse.conformance.waiver.KnownFailure read(KnownFailure written) {
        return new io.statuspulse.conformance.waiver.KnownFailure(
                written.scenario(), written.reason(), link(written), expires(written));
    }

    private static Optional<URI> link(KnownFailure written) {
        if (written.link().isEmpty()) {
            return Optional.empty();
        }
        try {
            URI link = new URI(written.link());
            if (link.getHost() != null && List.of("http", "https").contains(link.getScheme())) {
                return Optional.of(link);
            }
        } catch (URISyntaxException e) {
            // Told below, as what parses and is something else.
        }
        throw wrong(written, "link '" + written.link() + "' is no http or https URL");
    }

    private static Optional<LocalDate> expires(KnownFailure written) {
        try {
            return Optional.of(written.expires()).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw wrong(written, "expires '" + written.expires() + "' is no date, expected e.g. 2030-01-31");
        }
    }

    private static IllegalArgumentException wrong(KnownFailure written, String what) {
        return new IllegalArgumentException("@KnownFailure(scenario = \"" + written.scenario() + "\"): " + what);
    }
}
