//go:build fortestsonly

package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
)

// Lets the whole suite look inside, rotate, and make events fail. It asks nobody who they are, so nothing of it belongs into a
// service.
func init() {
	mounted = func(webhook *Webhook, board *Board) http.Handler {
		in := &inside{board: board, secrets: webhook.Secrets(), effects: map[string]int{}, failing: map[string]bool{}}
		webhook.Secrets, webhook.Work = in.current, in.work
		return in
	}
}

type inside struct {
	board   *Board
	mu      sync.Mutex
	secrets []string
	effects map[string]int
	failing map[string]bool
}

func (in *inside) current() []string {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.secrets
}

func (in *inside) work(event Event) error {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.failing[event.ID] {
		delete(in.failing, event.ID)
		return errors.New("told to fail")
	}
	in.effects[event.ID]++
	return in.board.Apply(event)
}

func (in *inside) ServeHTTP(res http.ResponseWriter, req *http.Request) {
	in.mu.Lock()
	defer in.mu.Unlock()
	kind, id, _ := strings.Cut(strings.TrimPrefix(req.URL.Path, "/"), "/")
	switch req.Method + " " + kind {
	case "GET effects":
		json.NewEncoder(res).Encode(map[string]int{"count": in.effects[id]})
	case "GET state":
		if status := in.board.Status(id); status == "" {
			http.NotFound(res, req)
		} else {
			json.NewEncoder(res).Encode(map[string]string{"status": status})
		}
	case "PUT failures":
		in.failing[id] = true
	case "PUT secrets":
		var given struct{ Current, Previous *string }
		err := json.NewDecoder(req.Body).Decode(&given)
		secrets, wrong := secretsFrom(func(name string) (string, bool) {
			value := map[string]*string{"STATUSPULSE_SECRET": given.Current, "STATUSPULSE_PREVIOUS_SECRET": given.Previous}[name]
			if value == nil {
				return "", false
			}
			return *value, true
		})
		if err != nil || wrong != nil {
			refuse(res, http.StatusBadRequest)
			return
		}
		in.secrets = secrets
	default:
		http.NotFound(res, req)
	}
}
