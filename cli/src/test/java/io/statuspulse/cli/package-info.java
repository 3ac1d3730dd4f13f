/** Tests of the command. */
@NullMarked
package io.statuspulse.cli;

import org.jspecify.annotations.NullMarked;
