/** The {@code statuspulse} command: the only code of the kit that prints, and that chooses exit codes. */
@NullMarked
package io.statuspulse.cli;

import org.jspecify.annotations.NullMarked;
