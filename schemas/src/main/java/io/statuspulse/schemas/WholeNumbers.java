package io.statuspulse.schemas;

import java.math.BigDecimal;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/**
 * Makes an integer of a number such as {@code 1420.0} or {@code 1e400}: to JSON Schema it is one, and the validator fails
 * on a decimal beyond the range of a {@code long} where it should compare it.
 */
final class WholeNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public ValueNode numberNode(BigDecimal value) {
        // A few bytes of exponent stand for a billion digits: the bound is the one on digits that are written out.
        // Asked first, because zeros cannot be stripped from a number at the end of what exponents can say.
        boolean zero = value.signum() == 0;
        if (!zero && (long) value.precision() - value.scale() > StreamReadConstraints.DEFAULT_MAX_NUM_LEN) {
            throw new StreamConstraintsException("number too long");
        }
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() > 0 ? super.numberNode(value) : numberNode(bare.toBigIntegerExact());
    }
}
