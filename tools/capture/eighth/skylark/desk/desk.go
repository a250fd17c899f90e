// Package desk is where readers come.
package desk

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"go.skylark.example/news/skylark/bus"
)

var errPass = errors.New("pass expired")

// Desk serves readers.
type Desk struct {
	line *bus.Bus
	read int64
}

// New reads from a bus.
func New(line *bus.Bus) *Desk { return &Desk{line: line} }

// Serve lets a reader read for a second.
func (d *Desk) Serve(reader int) error {
	s := d.line.Subscribe()
	go d.forward(s)
	if err := d.check(reader); err != nil {
		return err
	}
	time.Sleep(time.Second)
	d.line.Unsubscribe(s)
	return nil
}

func (d *Desk) check(reader int) error {
	time.Sleep(30 * time.Millisecond)
	if reader%4 == 3 {
		return errPass
	}
	return nil
}

func (d *Desk) forward(s *bus.Subscription) {
	for range s.C {
		atomic.AddInt64(&d.read, 1)
	}
}

// Resident reads for ever, less and less.
func (d *Desk) Resident(ctx context.Context, n int) {
	s := d.line.Subscribe()
	defer d.line.Unsubscribe(s)
	for {
		select {
		case <-s.C:
			atomic.AddInt64(&d.read, 1)
		case <-ctx.Done():
			return
		}
	}
}
