package io.statuspulse.conformance.html;

import io.statuspulse.conformance.recorded.RecordedResult;
import io.statuspulse.conformance.scenario.Level;

/**
 * A link to a scenario on the page.
 *
 * @param id its id
 * @param title what holds where it passes
 * @param level how much it binds
 * @param mark its outcome
 */
record Reference(String id, Shown title, Level level, Mark mark) {

    static Reference to(RecordedResult result) {
        return new Reference(result.id(), Shown.words(result.title()), result.level(), Mark.of(result.outcome()));
    }
}
