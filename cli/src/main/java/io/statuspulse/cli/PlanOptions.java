package io.statuspulse.cli;

import static io.statuspulse.cli.CliException.checked;
import static io.statuspulse.cli.CliException.usage;

import io.statuspulse.simulator.delivery.Delivery;
import io.statuspulse.simulator.delivery.DeliveryPlan;
import io.statuspulse.simulator.delivery.DeliveryPlan.Base;
import io.statuspulse.simulator.delivery.Edit;
import io.statuspulse.simulator.delivery.EditParser;
import io.statuspulse.simulator.delivery.NotComposableException;
import io.statuspulse.simulator.event.EventType;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a delivery holds, and what is wrong with it. */
final class PlanOptions {
    @Option(
            names = "--event",
            paramLabel = "TYPE",
            order = 5,
            description = "status_change, latency_spike, maintenance_window or certificate_expiry. Default: the first.")
    private Optional<String> event = Optional.empty();

    @Option(
            names = "--body",
            paramLabel = "FILE",
            order = 6,
            description = "Send this UTF-8 text byte for byte; - for standard input.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--edit",
            paramLabel = "EDIT",
            order = 7,
            description = "NAME or NAME=VALUE: make it deviate; repeatable.")
    private List<String> edits = List.of();

    DeliveryPlan plan(InputStream standardInput) {
        if (event.isPresent() && file.isPresent()) {
            throw usage("--event and --body: both are given, expected one");
        }
        List<Edit> parsed = edits.stream().map(PlanOptions::edit).toList();
        Base base = file.<Base>map(path -> supplied(path, standardInput))
                .orElseGet(() -> new Base.Generated(event.map(PlanOptions::type).orElse(EventType.STATUS_CHANGE)));
        return DeliveryPlan.of(base).but(parsed.toArray(Edit[]::new));
    }

    private static Base supplied(Path path, InputStream standardInput) {
        byte[] bytes = Input.body(Optional.of(path), standardInput).toArray();
        return new Base.Supplied(Input.text("--body", path, bytes));
    }

    private static Edit edit(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        List<String> names = EditParser.usages().stream()
                .map(usage -> usage.split("=", 2)[0])
                .toList();
        if (!names.contains(name)) {
            throw usage("--edit: there is no '" + name + "'; nearest: "
                    + String.join(", ", Nearest.to(name, names.stream())) + " (send --list-edits shows all)");
        }
        return checked(() -> EditParser.parse(text));
    }

    private static EventType type(String name) {
        return EventType.named(name)
                .orElseThrow(() -> usage("--event: there is no type '" + name + "', expected one of "
                        + Arrays.stream(EventType.values()).map(EventType::text).collect(Collectors.joining(", "))));
    }

    /** Composes a delivery, or says which edit stands in the way. */
    static Delivery compose(Supplier<Delivery> composer) {
        try {
            return composer.get();
        } catch (NotComposableException | IllegalArgumentException | IllegalStateException e) {
            throw usage("--edit: the delivery cannot be composed: " + e.getMessage(), e);
        }
    }
}
