// Package registry knows where services are, in a process of its own.
package registry

import (
	"fmt"
	"log"
	"math/rand"
	"net"
	"net/rpc"
	"sync"
	"time"
)

// Services is how many there are.
const Services = 280

// Question is answered when the service's index is above After, or when Patience is over.
type Question struct {
	Service  string
	After    uint64
	Patience time.Duration
}

// Answer is where a service is.
type Answer struct {
	Index     uint64
	Addresses []string
}

// Registry answers questions.
type Registry struct {
	mu      sync.Mutex
	entries map[string]*entry
}

type entry struct {
	Answer
	changed chan struct{}
}

// Serve answers over net/rpc and never returns.
func Serve(l net.Listener, _ string) {
	r := &Registry{entries: make(map[string]*entry, Services)}
	for i := 0; i < Services; i++ {
		r.set(fmt.Sprint("service-", i))
	}
	if err := rpc.Register(r); err != nil {
		log.Fatal(err)
	}
	go rpc.Accept(l)
	for {
		time.Sleep(400 * time.Millisecond)
		r.set(fmt.Sprint("service-", rand.Intn(Services)))
	}
}

func (r *Registry) set(service string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := &entry{changed: make(chan struct{})}
	e.Index = 1
	if old := r.entries[service]; old != nil {
		e.Index = old.Index + 1
		defer close(old.changed)
	}
	for i := 0; i < 6; i++ {
		e.Addresses = append(e.Addresses, fmt.Sprintf("10.%d.0.%d:8443", e.Index%250, i))
	}
	r.entries[service] = e
}

func (r *Registry) get(service string) *entry {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.entries[service]
}

// Wait is a blocking question.
func (r *Registry) Wait(q Question, a *Answer) error {
	e := r.get(q.Service)
	if e == nil {
		return fmt.Errorf("registry: no %s", q.Service)
	}
	if e.Index <= q.After {
		select {
		case <-e.changed:
		case <-time.After(q.Patience):
		}
	}
	*a = r.get(q.Service).Answer
	return nil
}
