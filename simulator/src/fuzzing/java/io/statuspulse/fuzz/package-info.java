/** What the fuzz targets of all modules share: their claims, the replay of what was found, and the campaign. */
@NullMarked
package io.statuspulse.fuzz;

import org.jspecify.annotations.NullMarked;
