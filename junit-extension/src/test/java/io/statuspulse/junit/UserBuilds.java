package io.statuspulse.junit;

import java.nio.file.Path;
import java.util.List;

/** Which projects of users are built, and what each of them is for. */
final class UserBuilds {
    static final String FIVE = System.getProperty("it.junit.five");
    static final String NEWEST = System.getProperty("it.junit.newest");

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
            MadeProject.of("kotlin", "kotlin-project").junit(NEWEST).property("argLine", FAST_START),
            selecting("too-late", NEWEST, "test", "MyReceiverTest#timestamp_*")
                    .property("argLine", FAST_START + " -Ddefect=no-drift-check"),
            selecting("one", FIVE, "test", "MyReceiverTest#signature_missing"),
            selecting("tagged", FIVE, "groups", "quick & must"),
            selecting("no-such-name", NEWEST, "test", "MyReceiverTest#nothing"),
            selecting("no-such-tag", NEWEST, "groups", "nothing"));

    private static MadeProject selecting(String name, String junit, String property, String value) {
        return MadeProject.of(name, "user-project")
                .junit(junit)
                .property(property, value)
                .property("argLine", FAST_START);
    }
}
