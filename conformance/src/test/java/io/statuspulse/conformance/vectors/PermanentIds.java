package io.statuspulse.conformance.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.statuspulse.conformance.matrix.Golden;
import java.util.ArrayList;
import java.util.List;

/** Ids that were given once: {@code -Dgolden.update=true} adds new ones to the list, and never takes one out. */
final class PermanentIds {
    private PermanentIds() {}

    static void assertKept(String resource, List<String> ids) {
        Golden list = Golden.resource(resource);
        List<String> given = list.lines();
        assertThat(ids)
                .as("ids of %s: one that was given stays; other people's waivers and skips name it", resource)
                .containsAll(given);
        List<String> all = new ArrayList<>(given);
        ids.stream().filter(id -> !given.contains(id)).forEach(all::add);
        list.assertHolds(all);
    }
}
