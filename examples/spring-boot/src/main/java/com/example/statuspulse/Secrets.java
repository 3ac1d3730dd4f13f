package com.example.statuspulse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.lang.Nullable;
import org.springframework.validation.annotation.Validated;

/** The secret in force and, while a rotation's overlap lasts, the one before it. */
@Validated // A missing or blank secret must keep the service from starting: anybody can sign with an empty key.
@ConfigurationProperties("statuspulse")
record Secrets(@NotBlank String secret, @Nullable @Pattern(regexp = "(?s).*\\S.*") String previousSecret) {

    List<String> inForce() {
        return Stream.of(secret, previousSecret).filter(Objects::nonNull).toList();
    }

    @Override
    public String toString() {
        return "Secrets[…]"; // A record's own shows its parts, and so would logs.
    }
}
