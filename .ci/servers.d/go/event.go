package main

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"regexp"
	"time"
	"unicode/utf8"
)

// Event is a map and not a struct: encoding/json fills a struct's field Event_ID from "EVENT_ID" too, and cannot tell a
// field that is missing from one that is null.
type Event map[string]any

var (
	eventID  = regexp.MustCompile(`^evt_[0-9a-f]{12}$`)
	checkID  = regexp.MustCompile(`^chk_[a-z0-9_]+$`)
	endpoint = regexp.MustCompile(`^(?i:https?)://[^/?#]`)
)

// parse tells JSON from what is none. It yields an Event that is nil, and so not valid, for JSON that is no object.
func parse(body []byte) (Event, bool) {
	// encoding/json puts U+FFFD for what is not UTF-8, in silence.
	if !utf8.Valid(body) {
		return nil, false
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber() // 1e400 fits no float64, and is JSON all the same.
	var value any
	if decoder.Decode(&value) != nil {
		return nil, false
	}
	// Decode stops after the first value, and leaves what comes behind it.
	if _, err := decoder.Token(); err != io.EOF {
		return nil, false
	}
	event, _ := value.(map[string]any)
	return event, true
}

func (e Event) valid() bool {
	// Any text will do for types and statuses, and other fields are ignored: tomorrow's events have new ones.
	for _, name := range []string{"event_type", "previous_status", "current_status", "region"} {
		if e.text(name) == "" {
			return false
		}
	}
	_, dated := e.time()
	return dated && eventID.MatchString(e.text("event_id")) &&
		checkID.MatchString(e.text("check_id")) &&
		endpoint.MatchString(e.text("endpoint")) &&
		// A probe without an answer has no response time, and a recovery no error: null, but there.
		(e.null("response_time_ms") || e.integer("response_time_ms", 0, math.Inf(1))) &&
		(e.null("error_code") || e.integer("error_code", 100, 599)) &&
		e.integer("retry_count", 0, math.Inf(1))
}

// text is empty where the field is missing or no string.
func (e Event) text(name string) string {
	s, _ := e[name].(string)
	return s
}

func (e Event) null(name string) bool {
	value, there := e[name]
	return there && value == nil
}

func (e Event) integer(name string, least, most float64) bool {
	number, ok := e[name].(json.Number)
	if !ok {
		return false
	}
	n, err := number.Float64()
	return err == nil && n == math.Trunc(n) && n >= least && n <= most
}

// time is when it happened. How long ago is no reason to refuse it: it may be a retry.
func (e Event) time() (time.Time, bool) {
	t, err := time.Parse(time.RFC3339, e.text("timestamp")) // Takes fractions too.
	return t, err == nil
}
