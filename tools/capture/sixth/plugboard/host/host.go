// Package host has the extensions' other ends.
package host

import (
	"context"
	"log"
	"net"
	"sync"
	"time"

	"git.patchbay.example/ext/plugboard/wire"
)

// Main is what an extension runs.
type Main func(name string, w *wire.Wire)

type plug struct {
	name string
	*wire.Wire
	mu    sync.Mutex
	state map[string]string
}

// Board has plugs.
type Board struct {
	mu    sync.RWMutex
	plugs []*plug
}

// NewBoard has none.
func NewBoard() *Board { return &Board{} }

// Plug starts an extension.
func (b *Board) Plug(name string, run Main) {
	ours, theirs := net.Pipe()
	go run(name, wire.On(theirs))
	p := &plug{name: name, Wire: wire.On(ours)}
	go p.listen()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.plugs = append(b.plugs, p)
}

func (p *plug) listen() {
	defer p.Close()
	for {
		m, err := p.Receive()
		if err != nil {
			log.Printf("%s: %v", p.name, err)
			return
		}
		p.mu.Lock()
		p.state = m.Texts
		p.mu.Unlock()
	}
}

// Ask asks one extension after the other until ctx ends, and then hangs up.
func (b *Board) Ask(ctx context.Context, apart time.Duration) {
	clock := time.NewTicker(apart)
	defer clock.Stop()
	for n := 0; ; n++ {
		select {
		case <-clock.C:
			if p := b.at(n); p != nil {
				if err := p.Send(wire.Message{Kind: "how are you"}); err != nil {
					log.Print(err)
				}
			}
		case <-ctx.Done():
			b.close()
			return
		}
	}
}

func (b *Board) at(n int) *plug {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if len(b.plugs) == 0 {
		return nil
	}
	return b.plugs[n%len(b.plugs)]
}

func (b *Board) close() {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, p := range b.plugs {
		p.Close()
	}
}
