package io.statuspulse.junit;

import java.nio.file.Path;
import java.util.List;

/** Which projects of users are built, and what each of them is for. */
final class UserBuilds {
    static final String FIVE = System.getProperty("it.junit.five");
    static final String NEWEST = System.getProperty("it.junit.newest");
    static final String ANNOTATIONS = System.getProperty("it.annotations.version");
    static final String JACKSON_OLD = "2.12.7";

    private static final String JACKSON_NEW = "2.22.4";
    private static final String FAST_START = "-XX:TieredStopAtLevel=1";

    private UserBuilds() {}

    /** Those that take longest first. */
    static final List<UserBuild> ALL = List.of(
            selecting("all-on-five", FIVE, "test", "MyReceiverTest"),
            selecting("all-on-newest", NEWEST, "test", "MyReceiverTest"),
            MadeProject.of("spring-boot-3", "spring-boot-project")
                    .with("src/main", Path.of(System.getProperty("it.examples"), "spring-boot", "src", "main"))
                    .property("groups", "quick | idempotency")
                    .property("argLine", FAST_START),
            MadeProject.of("spring-boot-4", "spring-boot-4-project")
                    .property("groups", "quick | !must & !should & !may")
                    .property("argLine", FAST_START),
            new BrokenExample("spring-boot", "BrokenWebhook"),
            MadeProject.of("kotlin", "kotlin-project").junit(NEWEST).property("argLine", FAST_START),
            new BrokenExample("javalin", "BrokenReceiver"),
            new BrokenExample("jdk-server", "BrokenReceiver"),
            selecting("too-late", NEWEST, "test", "MyReceiverTest#timestamp_*")
                    .property("argLine", FAST_START + " -Ddefect=no-drift-check"),
            selecting("one", FIVE, "test", "MyReceiverTest#signature_missing"),
            selecting("tagged", FIVE, "groups", "quick & must"),
            selecting("no-such-name", NEWEST, "test", "MyReceiverTest#nothing"),
            selecting("no-such-tag", NEWEST, "groups", "nothing"),
            beside("wiremock", "wiremock", "org.wiremock", "wiremock", System.getProperty("it.wiremock.version"))
                    .placeholder("managed", managedAnnotations()),
            beside("networknt", "networknt", "com.networknt", "json-schema-validator", "1.5.9"),
            jackson("jackson-old", JACKSON_OLD).placeholder("managed", managedAnnotations()),
            jackson("jackson-new", JACKSON_NEW),
            jackson("old-annotations", JACKSON_OLD));

    private static MadeProject selecting(String name, String junit, String property, String value) {
        return MadeProject.of(name, "user-project")
                .junit(junit)
                .property(property, value)
                .property("argLine", FAST_START);
    }

    private static MadeProject jackson(String name, String version) {
        return beside(name, "jackson-2", "com.fasterxml.jackson.core", "jackson-databind", version)
                .property("argLine", FAST_START + " -Dlibrary.version=" + version);
    }

    private static MadeProject beside(String name, String tests, String group, String artifact, String version) {
        return MadeProject.of("beside-" + name, "beside/project", "beside/" + tests)
                .junit(NEWEST)
                .property("argLine", FAST_START)
                .placeholder("library", coordinates(group, artifact, version) + "<scope>test</scope>");
    }

    private static String managedAnnotations() {
        return "<dependencyManagement><dependencies><dependency>"
                + coordinates("com.fasterxml.jackson.core", "jackson-annotations", ANNOTATIONS)
                + "</dependency></dependencies></dependencyManagement>";
    }

    private static String coordinates(String group, String artifact, String version) {
        return "<groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version>";
    }
}
