/** Reports as they were written: what is read back, compared, joined and shown again. */
@NullMarked
package io.statuspulse.conformance.recorded;

import org.jspecify.annotations.NullMarked;
