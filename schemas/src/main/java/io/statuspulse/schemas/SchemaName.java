package io.statuspulse.schemas;

import java.util.Arrays;
import java.util.Optional;

/** The schemas of the contract's first version. Each judges one kind of document. */
public enum SchemaName {
    /** An event as the provider sends it: closed, exactly the eleven fields (REQ-PAY-5). */
    EVENT_EMITTED("event-emitted"),
    /** An event as a receiver should read it: open to fields, types and statuses it does not know (REQ-PAY-5). */
    EVENT_RECEIVED("event-received"),
    /** The report of one run. */
    REPORT("report"),
    /** The catalogue of scenarios. */
    CATALOGUE("catalogue"),
    /** The known failures of a receiver, usually written as YAML. */
    KNOWN_FAILURES("known-failures"),
    /** Requests with what a verifier must say of each. */
    SIGNATURE_VECTORS("signature-vectors"),
    /** Bodies with the verdict of both strictnesses of the event's schema. */
    PAYLOAD_VECTORS("payload-vectors"),
    /** The line with which {@code statuspulse verifier} asks. */
    VERIFIER_REQUEST("verifier-request"),
    /** The line with which a verifier answers. */
    VERIFIER_ANSWER("verifier-answer");

    private final String id;

    SchemaName(String id) {
        this.id = id;
    }

    /** The name in lower case with hyphens, such as {@code event-received}: as the index of the examples has it. */
    public String id() {
        return id;
    }

    /** The schema's file, relative to the directory that {@link Schemas#resource} reads from. */
    public String file() {
        return id + ".schema.json";
    }

    /** The schema's {@code $id}. It is a name only: nothing is ever fetched from it. */
    public String iri() {
        return SchemaSet.BASE + file();
    }

    /**
     * The schema with this {@link #id()}.
     *
     * @param id compared case-sensitively
     * @return empty if there is none
     */
    public static Optional<SchemaName> of(String id) {
        return Arrays.stream(values()).filter(name -> name.id.equals(id)).findFirst();
    }
}
