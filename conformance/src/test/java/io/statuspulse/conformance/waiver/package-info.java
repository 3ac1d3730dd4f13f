@NullMarked
package io.statuspulse.conformance.waiver;

import org.jspecify.annotations.NullMarked;
