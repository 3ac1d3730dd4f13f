/** Receivers in containers of Testcontainers, started for a run and stopped after it. */
@NullMarked
package io.statuspulse.testcontainers;

import org.jspecify.annotations.NullMarked;
