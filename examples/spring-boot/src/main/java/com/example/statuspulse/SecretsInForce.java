package com.example.statuspulse;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asked for each delivery, so that secrets can come from where they change without a restart. */
@Component
class SecretsInForce implements Supplier<List<String>> {
    private volatile Secrets secrets;

    SecretsInForce(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public List<String> get() {
        return secrets.inForce();
    }

    void rotateTo(Secrets next) {
        secrets = next;
    }
}
