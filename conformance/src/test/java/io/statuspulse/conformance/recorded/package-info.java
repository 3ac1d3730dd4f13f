@NullMarked
package io.statuspulse.conformance.recorded;

import org.jspecify.annotations.NullMarked;
