package main

import "sync"

// once runs something once for each id. In production it is a table with event_id as its key, written in the transaction of
// the work itself: memory ends with the process, and grows until then.
type once struct {
	mu    sync.Mutex
	calls map[string]*call
}

type call struct {
	done chan struct{}
	err  error
}

// do returns the outcome of whoever did it: of copies that arrive together one does the work, and the others wait for it. To
// answer them at once would tell the provider that all is well, before it is.
func (o *once) do(id string, work func() error) error {
	o.mu.Lock()
	if other, ok := o.calls[id]; ok {
		o.mu.Unlock()
		<-other.done
		return other.err
	}
	mine := &call{done: make(chan struct{})}
	if o.calls == nil {
		o.calls = map[string]*call{}
	}
	o.calls[id] = mine
	o.mu.Unlock()

	finished := false
	defer func() {
		// Forgotten where it failed, or panicked: else the next attempt would count as a duplicate, and be lost.
		if !finished || mine.err != nil {
			o.mu.Lock()
			delete(o.calls, id)
			o.mu.Unlock()
		}
		close(mine.done)
	}()
	mine.err = work()
	finished = true
	return mine.err
}
