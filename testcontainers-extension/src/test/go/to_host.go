//go:build fortestsonly

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

// Passes each event on to a service outside of the container, as receivers do; the name of this file puts it behind
// for_tests_only.go, which it wraps.
func init() {
	url := os.Getenv("DOWNSTREAM")
	if url == "" {
		return
	}
	inside := mounted
	mounted = func(webhook *Webhook, board *Board) http.Handler {
		handler := inside(webhook, board)
		work := webhook.Work
		webhook.Work = func(event Event) error {
			if err := work(event); err != nil {
				return err
			}
			body, err := json.Marshal(event)
			if err != nil {
				return err
			}
			answer, err := http.Post(url, "application/json", bytes.NewReader(body))
			if err != nil {
				return err
			}
			defer answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				return fmt.Errorf("%s answered %s", url, answer.Status)
			}
			return nil
		}
		return handler
	}
}
