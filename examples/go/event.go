package main

import (
	"encoding/json"
	"errors"
	"regexp"
	"time"
	"unicode/utf8"
)

// Event is what this service needs of an event. Fields, types and statuses that it does not know are none of its business:
// DisallowUnknownFields or an enumeration would refuse the provider's next release.
type Event struct {
	ID             string    `json:"event_id"`
	Timestamp      time.Time `json:"timestamp"` // When it happened. Old is no reason to refuse it: it may be a retry.
	Type           string    `json:"event_type"`
	CheckID        string    `json:"check_id"`
	Endpoint       string    `json:"endpoint"`
	PreviousStatus string    `json:"previous_status"`
	CurrentStatus  string    `json:"current_status"`
	ResponseTimeMS *float64  `json:"response_time_ms"` // nil: no probe response, or none told
	Region         string    `json:"region"`
	ErrorCode      *int      `json:"error_code"` // nil: no error, or none told
	RetryCount     *int      `json:"retry_count"`
}

var (
	eventID  = regexp.MustCompile(`^evt_[0-9a-f]{12}$`)
	checkID  = regexp.MustCompile(`^chk_[a-z0-9_]+$`)
	endpoint = regexp.MustCompile(`^(?i:https?)://[^/?#]`)
)

func parse(body []byte) (Event, error) {
	var event Event
	// encoding/json puts U+FFFD for what is not UTF-8, in silence.
	if !utf8.Valid(body) {
		return event, errors.New("not UTF-8")
	}
	// Unmarshal, not a Decoder, which stops after the first value and leaves what comes behind it.
	if err := json.Unmarshal(body, &event); err != nil {
		return event, err
	}
	if !event.valid() {
		return event, errors.New("not an event")
	}
	return event, nil
}

func (e Event) valid() bool {
	return eventID.MatchString(e.ID) && checkID.MatchString(e.CheckID) && endpoint.MatchString(e.Endpoint) &&
		e.Type != "" && e.PreviousStatus != "" && e.CurrentStatus != "" && e.Region != "" && !e.Timestamp.IsZero() &&
		(e.ResponseTimeMS == nil || *e.ResponseTimeMS >= 0) &&
		(e.ErrorCode == nil || *e.ErrorCode >= 100 && *e.ErrorCode <= 599) &&
		e.RetryCount != nil && *e.RetryCount >= 0
}
