package com.example.statuspulse;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/** Types and statuses are texts and no enums, which would refuse those of the provider's next release. */
@JsonNaming(SnakeCaseStrategy.class)
record Event(
        @NotNull @Pattern(regexp = "evt_[0-9a-f]{12}") String eventId,
        @NotNull OffsetDateTime timestamp, // When it happened. Old is no reason to refuse it: it may be a retry.
        @NotBlank String eventType,
        @NotNull @Pattern(regexp = "chk_[a-z0-9_]+") String checkId,
        @NotNull @Pattern(regexp = "(?is)https?://[^/?#].*") String endpoint,
        @NotBlank String previousStatus,
        @NotBlank String currentStatus,
        @Nullable @PositiveOrZero Long responseTimeMs, // No probe response, no time; no error, no code.
        @NotBlank String region,
        @Nullable @Min(100) @Max(599) Integer errorCode,
        @NotNull @PositiveOrZero Long retryCount) {}
