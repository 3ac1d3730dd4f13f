@NullMarked
package io.statuspulse.conformance.vectors;

import org.jspecify.annotations.NullMarked;
