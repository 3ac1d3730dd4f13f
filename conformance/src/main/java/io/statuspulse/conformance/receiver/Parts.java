package io.statuspulse.conformance.receiver;

/** The steps of a receiver; a defect puts one of them in another's place. */
record Parts(HttpRules http, Verification verification, EventReader reader, EventMemory memory) {

    static Parts correct(Setup setup) {
        return new Parts(new HttpRules(), new Verification(setup), new EventReader(), new EventMemory());
    }

    Parts with(HttpRules value) {
        return new Parts(value, verification, reader, memory);
    }

    Parts with(Verification value) {
        return new Parts(http, value, reader, memory);
    }

    Parts with(EventReader value) {
        return new Parts(http, verification, value, memory);
    }

    Parts with(EventMemory value) {
        return new Parts(http, verification, reader, value);
    }
}
