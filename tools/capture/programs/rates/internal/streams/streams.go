// Package streams feeds quotes to a writer and a reader per customer.
package streams

import "context"

type stream struct {
	in   chan float64
	out  chan float64
	last float64
}

// Board is all customers' streams.
type Board struct{ streams []*stream }

// Open opens n streams of two goroutines each.
func Open(ctx context.Context, n int) *Board {
	b := &Board{}
	for i := 0; i < n; i++ {
		s := &stream{in: make(chan float64, 1), out: make(chan float64)}
		b.streams = append(b.streams, s)
		go s.relay(ctx)
		go s.deliver()
	}
	return b
}

// Push offers a quote to all streams.
func (b *Board) Push(quote float64) {
	for _, s := range b.streams {
		select {
		case s.in <- quote:
		default:
		}
	}
}

func (s *stream) relay(ctx context.Context) {
	defer close(s.out)
	for {
		select {
		case quote := <-s.in:
			s.out <- quote
		case <-ctx.Done():
			return
		}
	}
}

func (s *stream) deliver() {
	for quote := range s.out {
		s.last = quote
	}
}
