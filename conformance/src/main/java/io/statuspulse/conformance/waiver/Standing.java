package io.statuspulse.conformance.waiver;

/** What a run says of an entry as a whole. */
enum Standing {
    /** Something that it decides on failed, or nothing of it was seen. */
    IN_FORCE,
    /** Some of it passed and nothing failed, but not all of it was seen: nothing can be concluded. */
    OPEN,
    /** It is of no use any more. */
    STALE
}
