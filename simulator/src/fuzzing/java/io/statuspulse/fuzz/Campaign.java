package io.statuspulse.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs Jazzer on the fuzz targets of the module in the working directory, one after the other, each in a JVM of its own.
 *
 * <p>What breaks a claim is written among the inputs that every build replays, so that the build fails until it is
 * mended. What only reaches new code is kept in {@code target/fuzz}.
 */
final class Campaign {
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units:\\s*([0-9]+)");
    private static final Pattern COVERED = Pattern.compile("cov: ([0-9]+)");
    private static final String KIT = "io.statuspulse.**";

    private Campaign() {}

    /**
     * Runs it.
     *
     * @param args the seconds for each target; part of the name of those that are meant, empty for all
     */
    public static void main(String... args) throws IOException, InterruptedException {
        String seconds = args[0];
        String wanted = args.length > 1 ? args[1] : "";
        boolean sound = true;
        List<String> targets =
                Replay.targets().stream().filter(name -> name.contains(wanted)).toList();
        if (targets.isEmpty()) {
            System.out.println("no target here has '" + wanted + "' in its name");
        }
        for (String target : targets) {
            sound &= run(target, seconds);
        }
        if (!sound) {
            System.exit(1);
        }
    }

    private static boolean run(String target, String seconds) throws IOException, InterruptedException {
        Path inputs = Replay.INPUTS.resolve(target);
        Path directory = Path.of("target", "fuzz", target);
        Path corpus = Files.createDirectories(directory.resolve("corpus"));
        Path log = directory.resolve("log");
        long start = System.nanoTime();
        Process jazzer = new ProcessBuilder(command(target, seconds, inputs, corpus, directory))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = jazzer.waitFor();
        String minutes = String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 60e9);
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        System.out.println(target + ": " + minutes + " minutes, " + last(EXECUTIONS, text) + " executions, "
                + last(COVERED, text) + " edges, " + (exit == 0 ? "nothing found" : "FOUND SOMETHING, see " + log));
        return exit == 0;
    }

    private static List<String> command(String target, String seconds, Path inputs, Path corpus, Path directory) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dorg.jboss.logging.provider=slf4j",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=" + KIT,
                "--custom_hook_includes=" + KIT,
                "--reproducer_path=" + directory,
                "-artifact_prefix=" + inputs + "/",
                "-max_total_time=" + seconds,
                "-timeout=60",
                "-report_slow_units=60",
                "-rss_limit_mb=0",
                "-print_final_stats=1"));
        Path dictionary = Replay.INPUTS.resolve(target + ".dict");
        if (Files.exists(dictionary)) {
            command.add("-dict=" + dictionary);
        }
        command.addAll(List.of(corpus.toString(), inputs.toString()));
        return command;
    }

    private static String last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String found = "?";
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return found;
    }
}
