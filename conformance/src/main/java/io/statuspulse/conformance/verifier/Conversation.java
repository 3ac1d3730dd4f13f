package io.statuspulse.conformance.verifier;

import io.statuspulse.conformance.command.Command;
import io.statuspulse.conformance.start.PipedProcess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Questions to one process, from its start to its end.
 *
 * <p>One thread writes, one reads what is answered, and one reads the errors, so that no pipe that is full holds up another.
 * Answers may come in any order. After the last question the process's input is closed, so that a process that keeps answers
 * in a buffer prints them when it ends.
 */
final class Conversation {
    /** How many questions may be open: more answers than processes keep in a buffer. */
    static final int WINDOW = 4096;

    /** How long a line of an answer may be. */
    static final int MOST_LINE = 64 * 1024;

    /** How much may be printed from one answer to the next. */
    private static final int MOST_NOISE = 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    /** For a process that was told everything to end, which may have more to say. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final PipedProcess process;
    private final List<Question> questions;
    private final Limits limits;
    private final Noise noise;
    private final Asking.Progress progress;

    private final Object lock = new Object();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private boolean writerWaits;
    private boolean over;
    private boolean outputEnded;
    private int sinceAnswer;
    private long answeredAt = System.nanoTime();
    private Optional<Duration> firstAnswer = Optional.empty();

    private Conversation(
            PipedProcess process, List<Question> questions, Limits limits, Noise noise, Asking.Progress progress) {
        this.process = process;
        this.questions = questions;
        this.limits = limits;
        this.noise = noise;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param replies to the questions that it answered, by their ids
     * @param fault why some are not among them; empty where all are
     * @param firstAnswer how long after its start the first answer came; empty where none did
     */
    record Outcome(Map<String, Reply> replies, Optional<Fault> fault, Optional<Duration> firstAnswer) {}

    /**
     * Why there are no more answers.
     *
     * @param how what the process did instead, in words
     * @param errors what it printed on standard error; may be empty
     * @param hung whether that took its time
     */
    record Fault(String how, String errors, boolean hung) {}

    /**
     * Starts the command and asks everything.
     *
     * @throws IOException if it cannot be run
     * @throws InterruptedException if this thread is interrupted; the process was ended then
     */
    static Outcome of(Command command, List<Question> questions, Limits limits, Noise noise, Asking.Progress progress)
            throws IOException, InterruptedException {
        try (PipedProcess process = PipedProcess.start(command)) {
            Conversation conversation = new Conversation(process, questions, limits, noise, progress);
            conversation.begin("statuspulse-verifier-questions", conversation::write);
            conversation.begin("statuspulse-verifier-answers", conversation::read);
            return conversation.await();
        }
    }

    private void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private Outcome await() throws InterruptedException {
        Optional<Fault> fault;
        synchronized (lock) {
            try {
                fault = awaitAnswers();
                if (fault.isEmpty()) {
                    long end = System.nanoTime() + FAREWELL.toNanos();
                    while (!outputEnded && System.nanoTime() - end < 0) {
                        lock.wait(millisUntil(end));
                    }
                }
            } finally {
                over = true;
                lock.notifyAll();
            }
            return new Outcome(Map.copyOf(replies), fault, firstAnswer);
        }
    }

    private Optional<Fault> awaitAnswers() throws InterruptedException {
        while (replies.size() < questions.size()) {
            Duration limit = replies.isEmpty() ? limits.start() : limits.answer();
            long end = answeredAt + limit.toNanos();
            if (outputEnded) {
                return Optional.of(ended());
            }
            if (sinceAnswer > MOST_NOISE) {
                return Optional.of(fault("it printed " + MOST_NOISE / 1024 + " KiB, and no answer", false));
            }
            if (System.nanoTime() - end >= 0) {
                return Optional.of(fault("no answer within " + words(limit), true));
            }
            lock.wait(millisUntil(end));
        }
        return Optional.empty();
    }

    private static long millisUntil(long end) {
        return Math.max(1, (end - System.nanoTime()) / 1_000_000);
    }

    private Fault ended() throws InterruptedException {
        OptionalInt code = process.exitCode(FAREWELL);
        return fault(
                code.isPresent() ? "the process ended with " + code.getAsInt() : "the process closed its output",
                false);
    }

    private Fault fault(String how, boolean hung) {
        String instead = noise.latest().map(line -> "; it printed " + line).orElse("");
        return new Fault(how + instead, process.errors(), hung);
    }

    private void write() {
        try (OutputStream in = new BufferedOutputStream(process.input(), BUFFER)) {
            for (Question question : questions) {
                byte[] line = RequestLine.of(question);
                if (isFull()) {
                    in.flush();
                }
                if (!admit(question)) {
                    return;
                }
                in.write(line);
            }
        } catch (IOException e) {
            // It reads no more. What it answers yet, or that it ended, is told by its output.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFull() {
        synchronized (lock) {
            return open.size() >= WINDOW;
        }
    }

    /** Returns whether the question may be asked, once it may. */
    private boolean admit(Question question) throws InterruptedException {
        synchronized (lock) {
            while (open.size() >= WINDOW && !over) {
                writerWaits = true;
                lock.wait();
            }
            writerWaits = false;
            if (over) {
                return false;
            }
            open.add(question.id());
            progress.asked(question.id());
            return true;
        }
    }

    private void read() {
        LineSplitter lines = new LineSplitter(MOST_LINE, this::line);
        byte[] buffer = new byte[BUFFER];
        try (InputStream out = process.output()) {
            for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
                synchronized (lock) {
                    sinceAnswer += n;
                    lines.add(buffer, n);
                    wake();
                }
            }
        } catch (IOException e) {
            // It was ended.
        } finally {
            synchronized (lock) {
                lines.close();
                outputEnded = true;
                lock.notifyAll();
            }
        }
    }

    /** Wakes who can go on now; to wake both threads for each answer would cost more than the answers. */
    private void wake() {
        boolean room = writerWaits && open.size() <= WINDOW / 2;
        if (room || replies.size() == questions.size() || sinceAnswer > MOST_NOISE) {
            lock.notifyAll();
        }
    }

    private void line(LineSplitter.Line line) {
        if (over || (line.whole() && line.text().isBlank())) {
            return;
        }
        if (!line.whole()) {
            noise.junk(line, "is longer than " + MOST_LINE / 1024 + " KiB");
            return;
        }
        try {
            answer(AnswerLine.read(line.text()));
        } catch (IllegalArgumentException e) {
            noise.junk(line, String.valueOf(e.getMessage()));
        }
    }

    private void answer(Answer answer) {
        Reply before = replies.get(answer.id());
        if (before != null) {
            again(before, answer);
        } else if (open.remove(answer.id())) {
            Reply.Answered reply = new Reply.Answered(answer.said(), answer.message());
            replies.put(answer.id(), reply);
            long now = System.nanoTime();
            if (firstAnswer.isEmpty()) {
                firstAnswer = Optional.of(Duration.ofNanos(now - answeredAt));
                lock.notifyAll(); // Who waits for a start waits longer than for an answer.
            }
            answeredAt = now;
            sinceAnswer = 0;
            progress.answered(answer.id(), reply);
        } else {
            noise.unasked(answer.id());
        }
    }

    private void again(Reply before, Answer answer) {
        noise.twice(answer.id());
        if (before instanceof Reply.Answered first && first.said() != answer.said()) {
            replies.put(
                    answer.id(),
                    new Reply.NoAnswer(
                            "two answers: " + first.said().label() + ", and then "
                                    + answer.said().label(),
                            ""));
        }
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
