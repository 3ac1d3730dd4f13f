// A StatusPulse receiver for net/http, with the standard library alone. What a simpler version gets wrong is said at its line.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net/http"
	"regexp"
	"strconv"
	"sync"
	"time"
)

const (
	mostBytes = 1 << 20
	tolerance = 300 // seconds
)

var (
	digits = regexp.MustCompile(`^[0-9]{1,11}$`)
	hexMac = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// Webhook handles the requests to one endpoint.
type Webhook struct {
	mu      sync.Mutex
	secrets []string // in force and, while a rotation's overlap lasts, the one before it
	// In production a table with event_id as its key, written in the transaction of the work.
	processed map[string]*attempt
	work      func(Event) error
}

// attempt is the processing of one event; others that bring the same event wait for it.
type attempt struct {
	done chan struct{}
	err  error
}

// NewWebhook fails where a secret is missing.
func NewWebhook(current string, previous *string, work func(Event) error) (*Webhook, error) {
	w := &Webhook{processed: map[string]*attempt{}, work: work}
	return w, w.Rotate(current, previous)
}

// Rotate takes the secret in force and the one before it, nil where there is none.
func (w *Webhook) Rotate(current string, previous *string) error {
	// A missing secret must stop the service now: an empty key verifies whatever an attacker signs with it.
	if current == "" || (previous != nil && *previous == "") {
		return errors.New("a webhook secret is missing or empty")
	}
	secrets := []string{current}
	if previous != nil {
		secrets = append(secrets, *previous)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.secrets = secrets
	return nil
}

func (w *Webhook) ServeHTTP(res http.ResponseWriter, req *http.Request) {
	// net/http calls handlers for every method.
	if req.Method != http.MethodPost {
		res.Header().Set("Allow", http.MethodPost)
	}
	status := w.handle(res, req)
	res.Header().Set("Content-Type", "application/json")
	res.WriteHeader(status)
	io.WriteString(res, "{}\n")
}

func (w *Webhook) handle(res http.ResponseWriter, req *http.Request) int {
	if req.Method != http.MethodPost {
		return http.StatusMethodNotAllowed
	}
	// Compared without parameters, which may be wrong, and without regard to case.
	kind, _, err := mime.ParseMediaType(req.Header.Get("Content-Type"))
	if kind != "application/json" || (err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter)) {
		return http.StatusUnsupportedMediaType
	}
	// Unsigned so far: anybody's, of any size. One reader for chunked bodies too, which have no length to look at before.
	body, err := io.ReadAll(http.MaxBytesReader(res, req.Body, mostBytes))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return http.StatusRequestEntityTooLarge
	}
	if err != nil {
		return http.StatusBadRequest // It broke off, or its framing is wrong.
	}
	// Verified before it is parsed or remembered; one answer for every cause, so that it helps nobody who guesses.
	if !w.signed(req.Header, body) {
		return http.StatusUnauthorized
	}
	event, ok := parse(body)
	if !ok {
		return http.StatusBadRequest
	}
	if !event.valid() {
		return http.StatusUnprocessableEntity // A 5xx would be retried for hours.
	}
	if err := w.once(event); err != nil {
		return http.StatusServiceUnavailable
	}
	return http.StatusOK
}

func (w *Webhook) signed(header http.Header, body []byte) bool {
	timestamps := header.Values("X-StatusPulse-Timestamp")
	signatures := header.Values("X-StatusPulse-Signature")
	// Exactly one of each: Get would take the first of two, which somebody may have put there.
	if len(timestamps) != 1 || len(signatures) != 1 {
		return false
	}
	// As text, before it is a number: ParseInt takes a sign.
	if !digits.MatchString(timestamps[0]) || !hexMac.MatchString(signatures[0]) {
		return false
	}
	seconds, err := strconv.ParseInt(timestamps[0], 10, 64)
	if err != nil {
		return false
	}
	// Both sides: one that lies ahead could be replayed until its time comes.
	if drift := time.Now().Unix() - seconds; drift > tolerance || drift < -tolerance {
		return false
	}
	given, err := hex.DecodeString(signatures[0]) // Bytes with bytes: a MAC is not equal to its hex.
	if err != nil {
		return false
	}
	w.mu.Lock()
	secrets := w.secrets
	w.mu.Unlock()
	signed := false
	for _, secret := range secrets {
		mac := hmac.New(sha256.New, []byte(secret)) // The whole text: whsec_ included, no base64.
		mac.Write([]byte(timestamps[0] + "."))      // The header's own text, not the number it stands for.
		mac.Write(body)                             // The bytes as they came, not JSON that was written again.
		// hmac.Equal takes the same time wherever they differ; no return here, so that time does not tell which key it was.
		if hmac.Equal(given, mac.Sum(nil)) {
			signed = true
		}
	}
	return signed
}

// once does the work of an event, or waits for whoever is at it.
func (w *Webhook) once(event Event) error {
	id := event.text("event_id")
	w.mu.Lock()
	if running, ok := w.processed[id]; ok {
		w.mu.Unlock()
		<-running.done
		return running.err
	}
	mine := &attempt{done: make(chan struct{})}
	w.processed[id] = mine
	w.mu.Unlock()
	defer close(mine.done)
	if mine.err = w.work(event); mine.err != nil {
		w.mu.Lock()
		delete(w.processed, id) // Else the next attempt of an event that failed would count as a duplicate.
		w.mu.Unlock()
	}
	return mine.err
}
