package io.statuspulse.schemas;

/**
 * One rule that a document breaks.
 *
 * @param pointer the JSON Pointer (RFC 6901) of the value that breaks it; for a field that is missing or unknown, of the
 *     object around it; the empty string for the whole document
 * @param rule the JSON Schema keyword, such as {@code required} or {@code pattern}; {@code json} or {@code yaml} for a
 *     document that cannot be read at all
 * @param words what is wrong, for people: names the field, the value (cut where long, ASCII, control characters escaped)
 *     and the bound; always English, its wording not part of the interface
 */
public record Problem(String pointer, String rule, String words) {}
