// Package host talks with plugins.
package host

import (
	"encoding/gob"
	"log"
	"net"
	"sync"
	"sync/atomic"

	"go.stovepipe.example/plugin/stovepipe/plugin"
)

type line struct {
	c   net.Conn
	out *gob.Encoder
}

// Host has a line to each plugin.
type Host struct {
	answers int64

	mu    sync.Mutex
	lines []*line
}

// New starts n plugins.
func New(n int) *Host {
	h := &Host{}
	for i := 0; i < n; i++ {
		h.lines = append(h.lines, h.dial(i))
	}
	return h
}

func (h *Host) dial(n int) *line {
	near, far := net.Pipe()
	go plugin.Serve(far, n)
	l := &line{c: near, out: gob.NewEncoder(near)}
	go h.listen(l)
	return l
}

func (h *Host) listen(l *line) {
	in := gob.NewDecoder(l.c)
	for {
		var answer plugin.Message
		if err := in.Decode(&answer); err != nil {
			return
		}
		atomic.AddInt64(&h.answers, 1)
	}
}

// Ask asks one of the first ten.
func (h *Host) Ask(turn int) {
	h.mu.Lock()
	l := h.lines[turn%10]
	h.mu.Unlock()
	if err := l.out.Encode(plugin.Message{Number: turn, Text: "status"}); err != nil {
		log.Print(err)
	}
}

// Replace ends one plugin and starts another.
func (h *Host) Replace(turn int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	at := 10 + turn%60
	if err := h.lines[at].c.Close(); err != nil {
		log.Print(err)
	}
	h.lines[at] = h.dial(at)
}
