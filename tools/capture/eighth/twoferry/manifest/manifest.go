// Package manifest registers what a ferry carries.
package manifest

import (
	"context"
	"fmt"
)

type question struct {
	port   string
	number int
	answer chan error
}

// Desk handles one manifest after the other.
type Desk struct {
	questions chan *question
	closed    map[string]bool
}

// Open starts the desk.
func Open(ctx context.Context) *Desk {
	d := &Desk{questions: make(chan *question, 16), closed: map[string]bool{"north": true}}
	go d.handle(ctx)
	return d
}

func (d *Desk) handle(ctx context.Context) {
	for {
		select {
		case q := <-d.questions:
			if d.closed[q.port] {
				continue
			}
			if q.number%101 == 100 {
				q.answer <- fmt.Errorf("manifest %d is late", q.number)
				continue
			}
			q.answer <- nil
		case <-ctx.Done():
			return
		}
	}
}

// Submit returns when the manifest is registered.
func (d *Desk) Submit(n int) error {
	ports := [...]string{"south", "east", "quay", "north"}
	q := &question{port: ports[n%len(ports)], number: n, answer: make(chan error)}
	d.questions <- q
	return d.Confirm(q)
}

// Confirm waits for the answer.
func (d *Desk) Confirm(q *question) error { return <-q.answer }
