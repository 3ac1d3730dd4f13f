package io.statuspulse.junit;

import java.io.IOException;

/** One of the projects in {@link UserProjects}. */
interface UserBuild {
    /** Its directory, and what Maven calls it. */
    String name();

    /** Writes its files. */
    void write(UserProject project) throws IOException;
}
