package com.example.statuspulse;

import io.statuspulse.wiremock.CallingReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Stands for a user's receiver: it opens a ticket for each event. */
final class TicketReceiver implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI tickets;
    private final CallingReceiver receiver;

    private TicketReceiver(URI tickets) {
        this.tickets = tickets;
        this.receiver = CallingReceiver.correct(this::open);
    }

    /** Starts one that opens its tickets at {@code /tickets} of that service. */
    static TicketReceiver start(String service) {
        return new TicketReceiver(URI.create(service + "/tickets"));
    }

    String url() {
        return receiver.url();
    }

    private int open(String eventId) {
        try {
            HttpRequest request = HttpRequest.newBuilder(tickets)
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("X-Event-Id", eventId)
                    .POST(BodyPublishers.ofString("{\"title\": \"Outage " + eventId + "\"}"))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 503;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
