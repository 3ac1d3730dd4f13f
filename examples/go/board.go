package main

import "sync"

// Board is what this service does with events: it keeps the latest status of each check.
type Board struct {
	mu     sync.Mutex
	latest map[string]Event
}

// Apply is short, so that the answer is fast: the provider takes more than 10 s for a failure. Queue what takes longer.
func (b *Board) Apply(event Event) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.latest == nil {
		b.latest = map[string]Event{}
	}
	// By the event's own time: a retry may arrive after what happened later, and would turn the clock back.
	if known, ok := b.latest[event.CheckID]; !ok || event.Timestamp.After(known.Timestamp) {
		b.latest[event.CheckID] = event
	}
	return nil
}

// Status is empty for a check that is not known.
func (b *Board) Status(checkID string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.latest[checkID].CurrentStatus
}
