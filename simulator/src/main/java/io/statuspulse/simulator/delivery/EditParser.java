package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.signing.SignedContent;
import io.statuspulse.simulator.signing.SigningKey;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads edits from text as people type it: {@code timestamp-shift=-1h}, {@code set-field=region:"x"},
 * {@code tamper-body=set-field=region:"x"}. The names are those of the records, so that no edit is forgotten.
 */
public final class EditParser {
    private static final SortedMap<String, Class<?>> KINDS = kinds();

    private EditParser() {}

    /** Returns how each edit is written, in the order of the alphabet, e.g. {@code timestamp-shift=SHIFT}. */
    public static List<String> usages() {
        return KINDS.entrySet().stream()
                .map(kind -> usage(kind.getKey(), kind.getValue()))
                .toList();
    }

    /**
     * Reads one edit.
     *
     * @throws IllegalArgumentException if there is no such edit or its value does not fit; the message says what would
     */
    public static Edit parse(String text) {
        int equals = text.indexOf('=');
        String name = name(text);
        Class<?> kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("edit: there is no '" + Printable.of(name) + "'; expected one of "
                    + String.join(", ", KINDS.keySet()));
        }
        RecordComponent[] components = kind.getRecordComponents();
        List<String> values = values(text, equals, components.length);
        if (values.size() != components.length) {
            throw new IllegalArgumentException(
                    "edit: '" + Printable.of(text) + "' does not fit; expected " + usage(name, kind));
        }
        return create(kind, components, values, usage(name, kind));
    }

    private static String name(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals);
    }

    private static List<String> values(String text, int equals, int number) {
        if (equals < 0) {
            return List.of();
        }
        return number == 0 ? List.of(text) : List.of(text.substring(equals + 1).split(":", number));
    }

    private static Edit create(Class<?> kind, RecordComponent[] components, List<String> values, String usage) {
        Object[] arguments = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                arguments[i] = value(components[i].getType(), values.get(i));
            }
            return (Edit) kind.getDeclaredConstructors()[0].newInstance(arguments);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("edit: " + usage + ": " + e.getMessage(), e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "edit: " + usage + ": " + e.getTargetException().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("edit " + kind + " cannot be made", e);
        }
    }

    private static Object value(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == int.class) {
            return number(text);
        } else if (type == Duration.class) {
            return Durations.parse(text);
        } else if (type == SignedContent.class) {
            return new SignedContent(text);
        } else if (type == SigningKey.class) {
            return key(text);
        } else if (type == BodyEdit.class) {
            return bodyEdit(text);
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> label(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + Printable.of(text) + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(EditParser::label)
                                .collect(Collectors.joining(", "))));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("'" + Printable.of(text) + "' is no number in [0, 999999999]");
        }
        return Integer.parseInt(text);
    }

    private static BodyEdit bodyEdit(String text) {
        // By its name first: an edit of what is sent can hold one in turn, as deep as the text is long.
        Class<?> kind = KINDS.get(name(text));
        if ((kind == null || BodyEdit.class.isAssignableFrom(kind)) && parse(text) instanceof BodyEdit edit) {
            return edit;
        }
        throw new IllegalArgumentException("'" + Printable.of(text) + "' is no edit of the body");
    }

    private static SigningKey key(String text) {
        return Stream.<SigningKey>concat(
                        Arrays.stream(SigningKey.Known.values()), Arrays.stream(SigningKey.Derived.values()))
                .filter(key -> key.label().equals(text))
                .findFirst()
                .orElseGet(() -> new SigningKey.Literal(text));
    }

    private static String usage(String name, Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        return components.length == 0
                ? name
                : name + "="
                        + Arrays.stream(components)
                                .map(component -> component.getName().toUpperCase(Locale.ROOT))
                                .collect(Collectors.joining(":"));
    }

    private static SortedMap<String, Class<?>> kinds() {
        SortedMap<String, Class<?>> kinds = new TreeMap<>();
        List<Class<?>> open = new ArrayList<>(List.of(Edit.class));
        while (!open.isEmpty()) {
            Class<?> type = open.remove(0);
            if (type.isRecord()) {
                kinds.put(kebab(type.getSimpleName()), type);
            } else {
                open.addAll(List.of(type.getPermittedSubclasses()));
            }
        }
        return kinds;
    }

    private static String label(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
