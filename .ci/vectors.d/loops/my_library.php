<?php
function verify(array $secrets, int $tolerance, int $now, array $headers, string $body): bool
{
    $values = fn (string $name) => array_values(array_map(
        fn ($h) => $h[1],
        array_filter($headers, fn ($h) => strtolower($h[0]) === $name),
    ));
    [$timestamps, $signatures] = [$values('x-statuspulse-timestamp'), $values('x-statuspulse-signature')];
    if (count($timestamps) !== 1 || count($signatures) !== 1) {
        return false;
    }
    [$timestamp, $signature] = [$timestamps[0], $signatures[0]];
    if (!preg_match('/\A(?:0|[1-9][0-9]{0,17})\z/', $timestamp) || !preg_match('/\A[0-9a-f]{64}\z/', $signature)) {
        return false;
    }
    $fresh = abs((int) $timestamp - $now) <= $tolerance || getenv('WRONG') !== false;
    $holds = array_map(fn ($secret) => hash_equals(hash_hmac('sha256', "$timestamp.$body", $secret), $signature), $secrets);
    return $fresh && in_array(true, $holds, true);
}
