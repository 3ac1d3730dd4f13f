package io.statuspulse.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDirectoryTest {
    @TempDir
    Path project;

    @ParameterizedTest
    @CsvSource({"pom.xml, target", "build.gradle, build", "build.gradle.kts, build", "settings.gradle.kts, build"})
    void reports_go_where_the_build_puts_what_it_makes(String file, String directory) throws IOException {
        Files.createFile(project.resolve(file));

        assertThat(ReportDirectory.buildDirectory(project)).isEqualTo(project.resolve(directory));
    }

    @Test
    void without_a_build_it_is_the_working_directory() {
        assertThat(ReportDirectory.buildDirectory(project)).isEqualTo(project);
    }
}
