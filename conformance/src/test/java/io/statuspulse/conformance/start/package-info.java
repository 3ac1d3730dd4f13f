@NullMarked
package io.statuspulse.conformance.start;

import org.jspecify.annotations.NullMarked;
