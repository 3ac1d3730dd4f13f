package io.statuspulse.schemas;

import tools.jackson.databind.JsonNode;

/** What came of reading a document. */
sealed interface Document {
    record Tree(JsonNode root) implements Document {}

    record Unreadable(Problem problem) implements Document {}
}
