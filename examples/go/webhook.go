package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log"
	"mime"
	"net/http"
	"regexp"
	"strconv"
	"time"
)

const (
	maxBody   = 1 << 20
	tolerance = 5 * time.Minute
)

var (
	digits   = regexp.MustCompile(`^[0-9]{1,11}$`)
	lowerHex = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// Webhook receives StatusPulse deliveries. Where a simpler version goes wrong, the line says why.
type Webhook struct {
	// Secrets returns those in force: one or, during a rotation, two.
	Secrets func() []string
	// Work does what an event asks for. It is called once for each event, and again where it failed.
	Work func(Event) error

	once once
}

func (w *Webhook) ServeHTTP(res http.ResponseWriter, req *http.Request) {
	// net/http calls handlers for every method.
	if req.Method != http.MethodPost {
		res.Header().Set("Allow", http.MethodPost)
		refuse(res, http.StatusMethodNotAllowed)
		return
	}
	// Without parameters and in lower case; a parameter that is malformed is no reason to lose an event.
	kind, _, err := mime.ParseMediaType(req.Header.Get("Content-Type"))
	if kind != "application/json" || (err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter)) {
		refuse(res, http.StatusUnsupportedMediaType)
		return
	}
	// net/http drops a Content-Length beside chunks without a trace, and keeps the connection, which RFC 9112 section 6.1 forbids:
	// a proxy that goes by the length would take what follows for another request.
	if len(req.TransferEncoding) > 0 {
		res.Header().Set("Connection", "close")
	}
	// The bytes, before any decoder. The sender is anybody so far, and a chunked body tells no length before.
	body, err := io.ReadAll(http.MaxBytesReader(res, req.Body, maxBody))
	if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
		refuse(res, http.StatusRequestEntityTooLarge)
		return
	} else if err != nil {
		refuse(res, http.StatusBadRequest) // It broke off, or its framing is wrong.
		return
	}
	// Verified before anything is parsed or remembered. One answer for every cause: it helps nobody who guesses.
	if !signed(req.Header, body, w.Secrets(), time.Now()) {
		refuse(res, http.StatusUnauthorized)
		return
	}
	event, err := parse(body)
	if err != nil {
		// What does not parse today will not tomorrow, and a 5xx is retried for hours.
		refuse(res, http.StatusUnprocessableEntity)
		return
	}
	if err := w.once.do(event.ID, func() error { return w.Work(event) }); err != nil {
		log.Printf("%s: %v", event.ID, err)
		refuse(res, http.StatusInternalServerError) // Asks for another attempt.
		return
	}
	res.WriteHeader(http.StatusOK)
}

func refuse(res http.ResponseWriter, status int) {
	http.Error(res, http.StatusText(status), status)
}

func signed(header http.Header, body []byte, secrets []string, now time.Time) bool {
	// Exactly one of each: Get takes the first of two, which somebody else may have put there.
	timestamps, signatures := header.Values("X-StatusPulse-Timestamp"), header.Values("X-StatusPulse-Signature")
	if len(timestamps) != 1 || len(signatures) != 1 {
		return false
	}
	timestamp, signature := timestamps[0], signatures[0]
	// As text, before they are decoded: ParseInt takes a sign, and DecodeString takes capitals.
	if !digits.MatchString(timestamp) || !lowerHex.MatchString(signature) {
		return false
	}
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil {
		return false
	}
	// Both sides: one that lies ahead could be replayed until its time comes. In whole seconds, as the header is.
	if drift := now.Unix() - seconds; drift > int64(tolerance.Seconds()) || drift < -int64(tolerance.Seconds()) {
		return false
	}
	given, err := hex.DecodeString(signature) // Bytes with bytes: a MAC never equals its own hex.
	if err != nil {
		return false
	}
	ok := false
	for _, secret := range secrets {
		mac := hmac.New(sha256.New, []byte(secret)) // The whole text is the key: whsec_ included, no base64.
		io.WriteString(mac, timestamp+".")          // The header's own text, not the number it stands for.
		mac.Write(body)
		// Constant time, unlike ==. No return here: which secret it was does not show in the time it takes.
		ok = hmac.Equal(given, mac.Sum(nil)) || ok
	}
	return ok
}
