// Package wire is a line between two ends in one process.
package wire

import "context"

// Frame is a number and a body.
type Frame struct {
	Number uint32
	Body   []byte
}

// End is one end of a wire.
type End struct {
	in  <-chan Frame
	out chan<- Frame
	ctx context.Context
}

// Pair is both ends of a wire with room for some frames.
func Pair(ctx context.Context, room int) (*End, *End) {
	a, b := make(chan Frame, room), make(chan Frame, room)
	return &End{in: a, out: b, ctx: ctx}, &End{in: b, out: a, ctx: ctx}
}

// Send puts a frame on the wire.
func (e *End) Send(f Frame) error {
	select {
	case e.out <- f:
		return nil
	case <-e.ctx.Done():
		return e.ctx.Err()
	}
}

// Receive takes one from it.
func (e *End) Receive() (Frame, error) {
	select {
	case f := <-e.in:
		return f, nil
	case <-e.ctx.Done():
		return Frame{}, e.ctx.Err()
	}
}
