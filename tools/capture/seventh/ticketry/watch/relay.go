package watch

// Relay is one consumer's view of the source.
type Relay struct {
	source  *Source
	events  chan Event
	stopped chan struct{}
	tickets *ticketer
}

// Events brings them one by one.
func (r *Relay) Events() <-chan Event { return r.events }

// Stop ends the relay.
func (r *Relay) Stop() {
	close(r.stopped)
	r.source.mu.Lock()
	defer r.source.mu.Unlock()
	delete(r.source.relays, r)
}

// take does not make the source wait for the consumer.
func (r *Relay) take(e Event) {
	ticket := r.tickets.draw()
	go r.deliver(ticket, e)
}

func (r *Relay) deliver(ticket uint64, e Event) {
	r.tickets.waitFor(ticket)
	select {
	case r.events <- e:
	case <-r.stopped:
		return
	}
	r.tickets.call()
}
