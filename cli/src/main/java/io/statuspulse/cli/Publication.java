package io.statuspulse.cli;

import java.util.List;

/** Where it is told what came of a run: on the terminal, in files, and to a runner of builds. */
record Publication(Io io, Telling telling, List<ReportFile> files, GithubOutput runner) {

    /** Tells of a run that judged something. */
    void judged(Recorded run) {
        telling.report(run);
        write(run);
        runner.tell(io, run);
    }

    /** Tells of one that could not: {@link Telling#unjudged}. */
    void unjudged(Recorded run) {
        write(run);
        telling.unjudged(run);
        runner.tell(io, run);
    }

    private void write(Recorded run) {
        files.forEach(file -> file.write(run.recording()));
    }
}
