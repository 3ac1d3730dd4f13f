package io.statuspulse.conformance.report;

import io.statuspulse.conformance.scenario.Mend;
import io.statuspulse.conformance.scenario.Scenario;
import io.statuspulse.conformance.verdict.Result.Role;
import io.statuspulse.simulator.delivery.DeliveryPlan.Base;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Words that several writers share. */
final class Words {
    private Words() {}

    /** Returns e.g. {@code signature/empty (MUST, REQ-SIG-2)}. */
    static String head(Scenario scenario) {
        return scenario.id() + " (" + scenario.level() + ", "
                + scenario.requirement().id() + ")";
    }

    /** Returns e.g. {@code control}. */
    static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Returns e.g. {@code a generated status_change event}. */
    static String of(Base base) {
        if (base instanceof Base.Generated generated) {
            return "a generated " + generated.type().text() + " event";
        }
        return base instanceof Base.Supplied supplied
                ? "a supplied body of " + supplied.text().length() + " characters"
                : "the guide's example body";
    }

    /** Returns e.g. {@code 1 scenario} or {@code 3 scenarios}. */
    static String scenarios(long count) {
        return count + (count == 1 ? " scenario" : " scenarios");
    }

    /** Returns seconds with that many decimals, e.g. {@code 0.41}; a clock that ran backwards gives 0. */
    static String seconds(Duration duration, int decimals) {
        return BigDecimal.valueOf(Math.max(0, duration.toNanos()), 9)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Returns the hints that are not blank, each with its language before it where they differ. */
    static List<String> hints(Mend mend) {
        return mend.hints().entrySet().stream()
                .map(hint -> hint.getKey().isEmpty() ? hint.getValue() : hint.getKey() + ": " + hint.getValue())
                .toList();
    }
}
