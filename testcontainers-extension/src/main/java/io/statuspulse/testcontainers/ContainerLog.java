package io.statuspulse.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.util.concurrent.TimeUnit;

/** Reads what a container printed so far. */
final class ContainerLog {
    private static final int MOST_LINES = 2_000;
    private static final int MOST_SECONDS = 10;

    private ContainerLog() {}

    /** Returns the end of it; says so where it cannot be read: that must not hide the failure it was read for. */
    static String read(DockerClient docker, String containerId) {
        LogTail tail = new LogTail();
        ResultCallback.Adapter<Frame> frames = new ResultCallback.Adapter<>() {
            @Override
            public void onNext(Frame frame) {
                tail.add(frame.getPayload());
            }
        };
        try {
            docker.logContainerCmd(containerId)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(MOST_LINES)
                    .exec(frames);
            boolean whole = frames.awaitCompletion(MOST_SECONDS, TimeUnit.SECONDS);
            return whole ? tail.text() : tail.text() + "\n(the log took more than " + MOST_SECONDS + " s to read)";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return tail.text();
        } catch (RuntimeException e) {
            return "(the log cannot be read: " + Causes.of(e) + ")";
        }
    }
}
