package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.signing.SigningKey;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One deviation from a valid delivery, as a printable value: a record whose name says what it does, so that a plan can
 * be listed, shown in a report and sent again.
 */
public sealed interface Edit permits BodyEdit, SigningEdit, SentEdit, WireEdit {

    /** When it acts. */
    Moment moment();

    /** Returns it as reports show it, e.g. {@code TimestampShift[-PT1H]}. */
    default String print() {
        return getClass().getSimpleName()
                + Arrays.stream(getClass().getRecordComponents())
                        .map(this::show)
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private String show(RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(this);
            if (value instanceof Edit edit) {
                return edit.print();
            }
            if (value instanceof Enum<?> constant) {
                return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
            if (value instanceof Duration duration) {
                return Durations.print(duration);
            }
            String text = value instanceof SigningKey key ? key.label() : String.valueOf(value);
            return abridged(Printable.of(text));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("component " + component + " cannot be read", e);
        }
    }

    private static String abridged(String text) {
        int most = 80;
        return text.length() <= most ? text : text.substring(0, most) + "… (" + text.length() + " characters)";
    }
}
