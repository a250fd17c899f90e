// Package agents are the nodes that watch.
package agents

import (
	"context"
	"sync/atomic"
	"time"

	"swarm.example/cumin/watch"
)

type stream struct {
	sent   atomic.Int64
	window chan struct{} // opened by a node that takes what is sent
	leaves time.Duration // after which nothing is heard of the node, if it does
}

// Start has streams to n nodes, two of which go away without a word after some time.
func Start(ctx context.Context, q *watch.Queue, n int, lost time.Duration) {
	for i := 0; i < n; i++ {
		s := &stream{window: make(chan struct{}, 1)}
		if i%12 == 5 {
			s.leaves = lost
		}
		go s.listen(ctx, q)
	}
}

func (s *stream) listen(ctx context.Context, q *watch.Queue) {
	events, cancel := q.Watch()
	defer cancel()
	since := time.Now()
	for {
		select {
		case e := <-events:
			if s.leaves == 0 || time.Since(since) < s.leaves {
				s.window <- struct{}{}
			}
			s.send(e)
		case <-ctx.Done():
			return
		}
	}
}

func (s *stream) send(watch.Event) {
	<-s.window
	s.sent.Add(1)
}
