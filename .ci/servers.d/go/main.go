package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

// inside lets the suite look into the receiver: nothing of this belongs into a service.
type inside struct {
	mu      sync.Mutex
	effects map[string]int
	newest  map[string]Event // by check: what happened last, which need not be what came last
	failing map[string]bool
}

func (in *inside) work(event Event) error {
	in.mu.Lock()
	defer in.mu.Unlock()
	id, check := event.text("event_id"), event.text("check_id")
	if in.failing[id] {
		delete(in.failing, id)
		return errors.New("told to fail")
	}
	in.effects[id]++
	happened, _ := event.time()
	if known, ok := in.newest[check].time(); !ok || happened.After(known) {
		in.newest[check] = event
	}
	return nil
}

func (in *inside) control(w *Webhook, res http.ResponseWriter, req *http.Request) {
	in.mu.Lock()
	defer in.mu.Unlock()
	kind, id, _ := strings.Cut(strings.TrimPrefix(req.URL.Path, "/"), "/")
	switch req.Method + " " + kind {
	case "GET effects":
		fmt.Fprintf(res, `{"count":%d}`, in.effects[id])
		return
	case "GET state":
		if event, ok := in.newest[id]; ok {
			json.NewEncoder(res).Encode(map[string]string{"status": event.text("current_status")})
			return
		}
	case "PUT failures":
		in.failing[id] = true
		res.WriteHeader(http.StatusNoContent)
		return
	case "PUT secrets":
		var secrets struct {
			Current  string
			Previous *string
		}
		if json.NewDecoder(req.Body).Decode(&secrets) == nil && w.Rotate(secrets.Current, secrets.Previous) == nil {
			res.WriteHeader(http.StatusNoContent)
		} else {
			res.WriteHeader(http.StatusBadRequest)
		}
		return
	}
	http.NotFound(res, req)
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: receiver PORT, with STATUSPULSE_SECRET in the environment")
	}
	var previous *string
	if secret, ok := os.LookupEnv("STATUSPULSE_PREVIOUS_SECRET"); ok {
		previous = &secret
	}
	in := &inside{effects: map[string]int{}, newest: map[string]Event{}, failing: map[string]bool{}}
	webhook, err := NewWebhook(os.Getenv("STATUSPULSE_SECRET"), previous, in.work)
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{
		Addr: "127.0.0.1:" + os.Args[1],
		// No ServeMux: it redirects paths that are not clean, and a redirected POST loses its body.
		Handler: http.HandlerFunc(func(res http.ResponseWriter, req *http.Request) {
			if req.URL.Path == "/webhook/statuspulse" {
				webhook.ServeHTTP(res, req)
			} else {
				in.control(webhook, res, req)
			}
		}),
		// None is set by default: half a request would hold its connection for ever.
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       60 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}
