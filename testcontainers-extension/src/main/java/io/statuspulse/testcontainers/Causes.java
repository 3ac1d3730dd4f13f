package io.statuspulse.testcontainers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an exception and its causes say, on one line. */
final class Causes {
    private static final int LONGEST = 600;
    private static final int DEEPEST = 20;

    /** What Testcontainers says of every container that does not start. */
    private static final Pattern FRAME = Pattern.compile("Container startup failed for image .*"
            + "|Could not create/start container"
            + "|Retry limit hit with exception"
            + "|Can't get Docker image: .*");

    /** Testcontainers names an image by all its fields; of those the name is meant. */
    private static final Pattern IMAGE = Pattern.compile("RemoteDockerImage\\(imageName=([^,)]*)(, .*?@[0-9a-f]+)?\\)");

    /** Behind it stands all that the engine knows of the container, with its environment and the secrets there. */
    private static final String DUMP = " for input of <";

    private Causes() {}

    static String of(Throwable thrown) {
        List<String> said = new ArrayList<>();
        String frame = thrown.getClass().getSimpleName();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            String message = oneLine(cause);
            if (FRAME.matcher(message).matches()) {
                frame = message;
            } else if (said.stream().noneMatch(earlier -> earlier.contains(message))) {
                said.add(message);
            }
        }
        String all = said.isEmpty() ? frame : String.join(": ", said);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }

    private static String oneLine(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        int dump = message.indexOf(DUMP);
        String without = dump < 0 ? message : message.substring(0, dump);
        return nameOfImage(without).strip().replaceAll("\\s+", " ");
    }

    static String nameOfImage(String text) {
        return IMAGE.matcher(text).replaceAll("$1");
    }
}
