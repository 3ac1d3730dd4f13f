package com.example;

import io.statuspulse.conformance.inprocess.InProcessReceiver;
import io.statuspulse.simulator.inprocess.InProcessResponse;

class HandlerRun {
    static InProcessReceiver receiver(String secret) {
        return InProcessReceiver.handler("/webhook/statuspulse", request -> {
            if (!request.method().equals("POST")) {
                return InProcessResponse.of(405).withHeader("Allow", "POST");
            }
            if (!request.path().equals("/webhook/statuspulse")) {
                return InProcessResponse.of(404);
            }
            byte[] body = request.body().toArray();
            return WebhookVerifier.isGenuine(secret, request.headers().asMap(), body)
                    ? InProcessResponse.of(200).withBody("taken")
                    : InProcessResponse.of(401);
        });
    }
}
