package io.statuspulse.conformance.receiver;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing that receivers in the field get wrong, to be given to a {@link BuiltInReceiver}.
 *
 * <p>Everything else of such a receiver stays correct. {@link Defects#all()} lists them.
 */
public final class Defect {

    private final String name;
    private final String summary;
    private final String source;
    private final Function<Setup, Parts> parts;
    private final Function<Parts, Flow> flow;
    private final Optional<Supplier<Leniency>> leniency;

    private Defect(
            String name,
            String summary,
            String source,
            Function<Setup, Parts> parts,
            Function<Parts, Flow> flow,
            Optional<Supplier<Leniency>> leniency) {
        this.name = name;
        this.summary = summary;
        this.source = source;
        this.parts = parts;
        this.flow = flow;
        this.leniency = leniency;
    }

    /** The kebab-case name, unique among {@link Defects#all()}. */
    public String name() {
        return name;
    }

    /** What is wrong in terms of code, in one sentence. */
    public String summary() {
        return summary;
    }

    /** Where it was seen: an advisory, or a public repository's issue; empty if common knowledge. */
    public String source() {
        return source;
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }

    Parts parts(Setup setup) {
        return parts.apply(setup);
    }

    Flow flow(Parts made) {
        return flow.apply(made);
    }

    /** What its HTTP parser lets pass; empty if the server is a sound one. */
    Optional<Leniency> leniency() {
        return leniency.map(Supplier::get);
    }

    static Defect ofHttp(String name, String summary, String source, Supplier<HttpRules> rules) {
        return ofParts(name, summary, source, s -> Parts.correct(s).with(rules.get()));
    }

    static Defect ofVerification(
            String name, String summary, String source, Function<Setup, Verification> verification) {
        return ofParts(name, summary, source, s -> Parts.correct(s).with(verification.apply(s)));
    }

    static Defect ofReader(String name, String summary, String source, Supplier<EventReader> reader) {
        return ofParts(name, summary, source, s -> Parts.correct(s).with(reader.get()));
    }

    static Defect ofMemory(String name, String summary, String source, Supplier<EventMemory> memory) {
        return ofParts(name, summary, source, s -> Parts.correct(s).with(memory.get()));
    }

    static Defect ofFlow(String name, String summary, String source, Function<Parts, Flow> flow) {
        return new Defect(name, summary, source, Parts::correct, flow, Optional.empty());
    }

    static Defect ofParts(String name, String summary, String source, Function<Setup, Parts> parts) {
        return new Defect(name, summary, source, parts, Flow::new, Optional.empty());
    }

    static Defect ofServer(String name, String summary, String source, Supplier<Leniency> leniency) {
        return new Defect(name, summary, source, Parts::correct, Flow::new, Optional.of(leniency));
    }
}
