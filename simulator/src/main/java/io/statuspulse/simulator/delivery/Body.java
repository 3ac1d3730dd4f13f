package io.statuspulse.simulator.delivery;

import io.statuspulse.simulator.bytes.Bytes;
import io.statuspulse.simulator.event.Event;
import io.statuspulse.simulator.event.JsonLayout;
import io.statuspulse.simulator.event.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A body being composed: JSON members, their layout, and what is done to the bytes after that.
 *
 * @param json the members; empty where the body is given whole, and then has no members that could be edited
 * @param layout the white space between them
 * @param onBytes what is done to the written bytes, in order
 * @param other another event, for edits that mix two deliveries
 */
record Body(Optional<JsonText> json, JsonLayout layout, List<UnaryOperator<Bytes>> onBytes, Supplier<Event> other) {

    Body {
        onBytes = List.copyOf(onBytes);
    }

    static Body of(Event event, Supplier<Event> other) {
        return new Body(Optional.of(event.toJson()), JsonLayout.COMPACT, List.of(), other);
    }

    static Body of(Bytes whole, Supplier<Event> other) {
        return new Body(Optional.empty(), JsonLayout.COMPACT, List.of(any -> whole), other);
    }

    /**
     * The members.
     *
     * @throws NotComposableException where the body is given whole: an edit that silently did nothing would be judged
     */
    JsonText members() {
        return json.orElseThrow(
                () -> new NotComposableException("the body is given whole, so it has no fields to edit"));
    }

    /**
     * The text of a field.
     *
     * @throws NotComposableException where there is none
     */
    String text(String field) {
        return members()
                .string(field)
                .orElseThrow(() -> new NotComposableException("the body has no text field " + Printable.of(field)));
    }

    Body with(JsonText changed) {
        return new Body(Optional.of(changed), layout, onBytes, other);
    }

    Body with(JsonLayout changed) {
        return new Body(Optional.of(members()), changed, onBytes, other);
    }

    Body then(UnaryOperator<Bytes> more) {
        List<UnaryOperator<Bytes>> all = new ArrayList<>(onBytes);
        all.add(more);
        return new Body(json, layout, all, other);
    }

    Bytes write() {
        Bytes bytes = json.map(members -> Bytes.utf8(members.write(layout))).orElse(Bytes.EMPTY);
        for (UnaryOperator<Bytes> step : onBytes) {
            bytes = step.apply(bytes);
        }
        return bytes;
    }
}
