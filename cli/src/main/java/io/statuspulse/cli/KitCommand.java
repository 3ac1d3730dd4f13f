package io.statuspulse.cli;

import java.util.concurrent.Callable;

/** A command that does something; it returns its exit code's number. */
abstract class KitCommand extends CommonOptions implements Callable<Integer> {
    final Io io;

    KitCommand(Io io) {
        this.io = io;
    }
}
