package io.statuspulse.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A copy of one of the examples, as its README tells users to make one, with {@code -Dtest} for the receiver in it that fails.
 *
 * @param example its directory
 * @param test the class of that receiver
 */
record BrokenExample(String example, String test) implements UserBuild {
    private static final Path EXAMPLES = Path.of(System.getProperty("it.examples"));

    @Override
    public String name() {
        return "broken-" + example;
    }

    @Override
    public void write(UserProject project) throws IOException {
        String pom = Files.readString(EXAMPLES.resolve(example).resolve("pom.xml"), StandardCharsets.UTF_8)
                .replaceFirst("<name>.*</name>", "<name>" + name() + "</name>")
                .replaceFirst(
                        "<properties>",
                        "<properties><test>" + test + "</test><argLine>-XX:TieredStopAtLevel=1</argLine>");
        UserProject.write(project.file("pom.xml"), pom);
        project.copy(EXAMPLES.resolve(example).resolve("src"), "src", Map.of());
    }
}
