@NullMarked
package io.statuspulse.conformance.verifier;

import org.jspecify.annotations.NullMarked;
