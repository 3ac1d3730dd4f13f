package io.statuspulse.cli;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import me.tongfei.progressbar.DefaultProgressBarRenderer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/**
 * Draws the line of a terminal, as {@code  71% [=======>  ] 184/257, 3 failed; http/slow-body 12 s +2}, and writes it nowhere.
 * Each is drawn in full when it is asked for, and never blocks; nobody but the one who asks needs to wait for the library.
 */
final class LiveLine implements AutoCloseable {
    /** What the longest message leaves of the bar: one that had what the message leaves would change its length all the time. */
    private static final int BAR = 10;

    /** What stands around the bar, and the slash between the counts. */
    private static final int AROUND = " 100% [] /".length();

    private final int room;
    private final ProgressBar bar;

    /** Written by the library, once in a thread of its own, too: under the lock, so that no older line covers a newer one. */
    private String drawn = "";

    /**
     * Draws nothing yet.
     *
     * @param width of the line, in columns
     */
    LiveLine(int total, int width) {
        room = width - AROUND - BAR - 2 * Integer.toString(total).length();
        bar = new ProgressBarBuilder()
                .setInitialMax(total)
                .setRenderer(new Renderer())
                .setConsumer(new Drawn(width))
                .setUpdateIntervalMillis(Integer.MAX_VALUE)
                .continuousUpdate() // When asked, although no more is done than before: seconds go on.
                .build();
    }

    /** Returns the line for this moment. */
    synchronized String at(Tally tally, long now) {
        Tally.Brief brief = tally.brief(now, room);
        bar.stepTo(brief.done());
        bar.setExtraMessage(
                brief.rest() + " ".repeat(Math.max(0, room - brief.rest().length())));
        bar.refresh();
        return drawn;
    }

    private synchronized void draw(String line) {
        drawn = line;
    }

    @Override
    public void close() {
        bar.close();
    }

    /** As the library's, without the time that it took: that is of another clock, and in digits of the user's language. */
    private static final class Renderer extends DefaultProgressBarRenderer {
        private static final Pattern TIME = Pattern.compile(" \\(\\S+\\) ");

        Renderer() {
            super(ProgressBarStyle.ASCII, "", 1, false, null, ChronoUnit.SECONDS, false, state -> Optional.empty());
        }

        @Override
        public String render(ProgressState state, int width) {
            return TIME.matcher(super.render(state, width + " (0:00:00) ".length()))
                    .replaceFirst("");
        }
    }

    /** Takes what the library draws. One of its own would ask JLine for the terminal, which takes as long as most runs. */
    private final class Drawn implements ProgressBarConsumer {
        private final int width;

        Drawn(int width) {
            this.width = width;
        }

        @Override
        public int getMaxRenderedLength() {
            return width;
        }

        @Override
        public void accept(String line) {
            draw(line);
        }

        @Override
        public void close() {}
    }
}
