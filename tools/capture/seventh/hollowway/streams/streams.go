// Package streams is short conversations.
package streams

import (
	"context"
	"sync"
	"time"

	"code.drovers.example/proc/hollowway/process"
)

// Options are those of a stream; without a context it lasts until it is closed.
type Options struct {
	Context context.Context
	Name    string
}

// Host counts its streams.
type Host struct {
	mu   sync.Mutex
	open map[string]int
}

// NewHost has no streams.
func NewHost() *Host { return &Host{open: make(map[string]int)} }

// Stream is a process with a frame.
type Stream struct {
	*process.Process
	frame [2 << 10]byte
}

// Open begins a stream.
func (h *Host) Open(o Options) *Stream {
	if o.Context == nil {
		o.Context = context.Background()
	}
	h.count(o.Name, 1)
	s := &Stream{}
	s.Process = process.WithContext(o.Context, func() { h.count(o.Name, -1) })
	return s
}

func (h *Host) count(name string, n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.open[name] += n
}

// Exchange says something, waits for the answer, and closes the stream.
func (s *Stream) Exchange(n int) {
	defer s.Close()
	for i := range s.frame {
		s.frame[i] = byte(n + i)
	}
	time.Sleep(time.Duration(20+n%200) * time.Millisecond)
}
