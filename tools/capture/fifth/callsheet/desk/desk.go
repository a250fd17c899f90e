// Package desk asks the stage and waits for its answers.
package desk

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// ErrLate is the answer when there is none in time.
var ErrLate = errors.New("desk: no answer in time")

// Frame is a question or an answer.
type Frame struct {
	Number uint64
	Body   [64]uint64
}

// Desk numbers its questions.
type Desk struct {
	last    uint64
	waiting sync.Map // of channels, by number
	out     chan Frame
}

// New has asked nothing yet.
func New() *Desk { return &Desk{out: make(chan Frame, 64)} }

// Questions are for the stage.
func (d *Desk) Questions() <-chan Frame { return d.out }

// Ask asks for a scene and returns what the stage says, within two seconds.
func (d *Desk) Ask(ctx context.Context, scene uint64) (Frame, error) {
	number := atomic.AddUint64(&d.last, 1)
	answers := make(chan Frame, 3)
	d.waiting.Store(number, answers)
	select {
	case d.out <- Frame{Number: number, Body: [64]uint64{scene}}:
	case <-ctx.Done():
		return Frame{}, ctx.Err()
	}
	late := time.NewTimer(2 * time.Second)
	defer late.Stop()
	select {
	case answer := <-answers:
		return answer, nil
	case <-late.C:
		d.waiting.Delete(number)
		return Frame{}, ErrLate
	}
}

// Answer gives an answer to who waits for it.
func (d *Desk) Answer(answer Frame) {
	if found, ok := d.waiting.Load(answer.Number); ok {
		select {
		case found.(chan Frame) <- answer:
		default:
		}
	}
}
