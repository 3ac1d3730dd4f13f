// A receiver of StatusPulse webhooks on net/http, with the standard library alone.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

// mounted is what else is served; only for_tests_only.go sets it, which is built with -tags fortestsonly.
var mounted func(*Webhook, *Board) http.Handler

func main() {
	secrets, err := secretsFrom(os.LookupEnv)
	if err != nil {
		log.Fatal(err)
	}
	board := &Board{}
	webhook := &Webhook{Secrets: func() []string { return secrets }, Work: board.Apply}
	other := http.NotFoundHandler()
	if mounted != nil {
		other = mounted(webhook, board)
	}
	server := &http.Server{
		Addr: address(), // A proxy in front has to speak TLS.
		// No ServeMux: it redirects paths that are not clean, and what follows a redirect is no POST any more.
		Handler: http.HandlerFunc(func(res http.ResponseWriter, req *http.Request) {
			if req.URL.Path == "/webhook/statuspulse" {
				webhook.ServeHTTP(res, req)
			} else {
				other.ServeHTTP(res, req)
			}
		}),
		// There are none by default: half a request would hold its connection for ever.
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       time.Minute,
	}
	log.Fatal(server.ListenAndServe())
}

// address is on loopback where only a port is given. In a container it has to be 0.0.0.0:8080: what is mapped to a port of the
// container does not come by its loopback.
func address() string {
	address := "8080"
	if len(os.Args) > 1 {
		address = os.Args[1]
	} else if port := os.Getenv("PORT"); port != "" {
		address = port
	}
	if strings.Contains(address, ":") {
		return address
	}
	return "127.0.0.1:" + address
}

// secretsFrom takes the secret in force and, while a rotation's overlap lasts, the one before it.
func secretsFrom(lookup func(string) (string, bool)) ([]string, error) {
	current, _ := lookup("STATUSPULSE_SECRET")
	previous, overlap := lookup("STATUSPULSE_PREVIOUS_SECRET")
	// Missing or empty must stop the service now: anybody can sign with an empty key.
	if current == "" || overlap && previous == "" {
		return nil, errors.New("STATUSPULSE_SECRET is missing, or a secret is empty")
	}
	if overlap {
		return []string{current, previous}, nil
	}
	return []string{current}, nil
}
