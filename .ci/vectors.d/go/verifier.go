package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
)

// Header is a header line; the value's bytes are those that were sent.
type Header struct{ Name, Value string }

var (
	seconds = regexp.MustCompile(`\A[0-9]{1,18}\z`)
	digits  = regexp.MustCompile(`\A[0-9a-f]{64}\z`)
)

// reason tells why the request is to be rejected, or "". It is written from the contract alone.
func reason(secrets []string, tolerance, now int64, headers []Header, body []byte, may map[string]bool) string {
	timestamp, problem := only(headers, "X-StatusPulse-Timestamp", "timestamp", may)
	if problem != "" {
		return problem
	}
	number := timestamp
	if may["MayPlusSign"] {
		number = strings.TrimPrefix(number, "+")
	}
	if !seconds.MatchString(number) || (len(number) > 1 && number[0] == '0' && !may["MayLeadingZeros"]) {
		return "timestamp-malformed"
	}
	sent, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return "timestamp-malformed"
	}
	off := sent - now
	distance := off
	if distance < 0 {
		distance = -distance
	}
	if distance > tolerance || (distance == tolerance && !may["MayToleranceEdge"]) {
		if off < 0 {
			return "timestamp-too-old"
		}
		return "timestamp-too-new"
	}
	signature, problem := only(headers, "X-StatusPulse-Signature", "signature", may)
	if problem != "" {
		return problem
	}
	if may["MayUpperCase"] {
		signature = strings.Map(func(r rune) rune {
			if r >= 'A' && r <= 'F' {
				return r + 'a' - 'A'
			}
			return r
		}, signature)
	}
	if !digits.MatchString(signature) {
		return "signature-malformed"
	}
	given, _ := hex.DecodeString(signature)
	holds := false
	for _, secret := range secrets {
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte(timestamp + "."))
		mac.Write(body)
		if hmac.Equal(mac.Sum(nil), given) {
			holds = true
		}
	}
	if !holds {
		return "signature-mismatch"
	}
	return ""
}

func only(headers []Header, name, what string, may map[string]bool) (string, string) {
	var values []string
	for _, header := range headers {
		if strings.EqualFold(header.Name, name) {
			value := header.Value
			if may["MaySurroundingSpace"] {
				value = strings.Trim(value, " \t\r\n\v\f")
			}
			if may["MayRepeatHeader"] && len(values) > 0 && values[0] == value {
				continue
			}
			values = append(values, value)
		}
	}
	switch len(values) {
	case 0:
		return "", what + "-missing"
	case 1:
		return values[0], ""
	}
	return "", what + "-repeated"
}
