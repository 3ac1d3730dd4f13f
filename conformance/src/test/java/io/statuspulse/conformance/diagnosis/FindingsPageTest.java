package io.statuspulse.conformance.diagnosis;

import io.statuspulse.conformance.matrix.Golden;
import org.junit.jupiter.api.Test;

class FindingsPageTest {

    @Test
    void pageOfTheFindingsIsInStep() {
        new Golden(FindingsPage.FILE).assertHolds(FindingsPage.of(Rules.all()));
    }
}
