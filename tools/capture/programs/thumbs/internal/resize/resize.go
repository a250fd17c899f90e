// Package resize limits how many images are resized at once.
package resize

import (
	"errors"
	"time"
)

var errFormat = errors.New("resize: unknown format")

// Pool is a number of slots.
type Pool struct{ slots chan struct{} }

// NewPool has n slots.
func NewPool(n int) *Pool { return &Pool{slots: make(chan struct{}, n)} }

// Resize resizes an image as soon as there is a slot.
func (p *Pool) Resize(id int) error {
	p.acquire()
	if err := decode(id); err != nil {
		return err
	}
	time.Sleep(4 * time.Millisecond)
	p.release()
	return nil
}

func (p *Pool) acquire() { p.slots <- struct{}{} }

func (p *Pool) release() { <-p.slots }

func decode(id int) error {
	if id%240 == 0 {
		return errFormat
	}
	return nil
}
