package com.example;

import io.statuspulse.junit.ReceiverUnderTest;
import io.statuspulse.junit.StatusPulseConformance;
import io.statuspulse.servlet.MockMvcReceiver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class MyControllerTest implements StatusPulseConformance {
    private static final String SECRET = "whsec_0123456789abcdef";

    // In a Spring Boot test: @Autowired MockMvc mockMvc;
    private final MockMvc mockMvc =
            MockMvcBuilders.standaloneSetup(new WebhookController(SECRET)).build();

    @Override
    public ReceiverUnderTest receiver() {
        return ReceiverUnderTest.inProcess(MockMvcReceiver.of("/webhook/statuspulse", mockMvc))
                .secret(SECRET);
    }
}
