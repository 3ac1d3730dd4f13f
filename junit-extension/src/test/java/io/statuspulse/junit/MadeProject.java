package io.statuspulse.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A project that is made of directories in {@code src/it}.
 *
 * @param name its directory and artifact
 * @param sources the directories, the first with its {@code pom.xml}
 * @param placeholders what that leaves open
 * @param properties its properties: what {@code -D} sets on a command line
 * @param others files from elsewhere, by where they go
 */
record MadeProject(
        String name,
        List<String> sources,
        Map<String, String> placeholders,
        Map<String, String> properties,
        Map<String, Path> others)
        implements UserBuild {

    static MadeProject of(String name, String... sources) {
        return new MadeProject(name, List.of(sources), Map.of("managed", ""), Map.of(), Map.of());
    }

    MadeProject junit(String version) {
        return placeholder("junit.version", version);
    }

    MadeProject placeholder(String key, String value) {
        return new MadeProject(name, sources, and(placeholders, key, value), properties, others);
    }

    MadeProject property(String key, String value) {
        return new MadeProject(name, sources, placeholders, and(properties, key, value), others);
    }

    /** Copies what is in that directory too. */
    MadeProject with(String under, Path directory) {
        return new MadeProject(name, sources, placeholders, properties, and(others, under, directory));
    }

    private static <T> Map<String, T> and(Map<String, T> map, String key, T value) {
        Map<String, T> more = new HashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }

    @Override
    public void write(UserProject project) throws IOException {
        Map<String, String> all = new HashMap<>(placeholders);
        all.put("name", name);
        all.put("kit.version", System.getProperty("it.kit.version"));
        all.put("kotlin.version", System.getProperty("it.kotlin.version"));
        all.put("undertow.version", System.getProperty("it.undertow.version"));
        all.put("properties", xml());
        for (String source : sources) {
            project.copy(source, all);
        }
        for (Map.Entry<String, Path> other : others.entrySet()) {
            project.copy(other.getValue(), other.getKey(), Map.of());
        }
    }

    private String xml() {
        return properties.entrySet().stream()
                .map(each ->
                        "<" + each.getKey() + ">" + each.getValue().replace("&", "&amp;") + "</" + each.getKey() + ">")
                .sorted()
                .collect(Collectors.joining());
    }
}
