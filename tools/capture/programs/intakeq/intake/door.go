// Package intake takes messages and stores them.
package intake

import (
	"context"
	"time"
)

type message struct {
	number  int
	payload []byte
}

// Door takes messages.
type Door struct {
	waiting chan *message
	stored  int
}

// NewDoor starts storing.
func NewDoor(ctx context.Context) *Door {
	d := &Door{waiting: make(chan *message, 1<<20)}
	go d.store(ctx)
	return d
}

// Admit takes one message.
func (d *Door) Admit(number int) {
	d.waiting <- &message{number: number, payload: make([]byte, 1800)}
}

func (d *Door) store(ctx context.Context) {
	for ctx.Err() == nil {
		m := <-d.waiting
		d.stored += len(m.payload)
		time.Sleep(8 * time.Millisecond)
	}
}
