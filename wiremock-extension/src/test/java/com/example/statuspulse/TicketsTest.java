package com.example.statuspulse;

import io.statuspulse.junit.IdempotencyConformance;
import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.wiremock.StatusPulseDownstream;
import org.junit.jupiter.api.AfterAll;

class TicketsTest implements IdempotencyConformance {
    private static final StatusPulseDownstream TICKETS = StatusPulseDownstream.start();
    private static final TicketReceiver RECEIVER = TicketReceiver.start(TICKETS.url());

    @AfterAll
    static void stop() {
        RECEIVER.close();
        TICKETS.close();
    }

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.at(RECEIVER.url())
                .secret("whsec_0123456789abcdef0123456789abcdef")
                .effects(TICKETS)
                .failures(TICKETS::failNext);
    }
}
