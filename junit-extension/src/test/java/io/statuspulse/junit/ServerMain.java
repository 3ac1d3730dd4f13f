package io.statuspulse.junit;

import io.statuspulse.conformance.receiver.BuiltInReceiver;
import io.statuspulse.conformance.receiver.ReceiverSettings;
import java.util.concurrent.CountDownLatch;

/** A receiver that is a program of its own: {@code ServerMain PORT}, with its secret in the environment. */
public final class ServerMain {
    private ServerMain() {}

    public static void main(String... args) throws InterruptedException {
        BuiltInReceiver.start(ReceiverSettings.of(System.getenv("SECRET")).withPort(Integer.parseInt(args[0])));
        new CountDownLatch(1).await();
    }
}
