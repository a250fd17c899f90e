// Package relay passes packets on.
package relay

import (
	"errors"
	"sync"
	"time"
)

// Proxy tracks its clients.
type Proxy struct {
	mu      sync.Mutex
	clients map[int]int
}

func dial(n int) (int, error) {
	if n%5 == 4 {
		return 0, errors.New("no route")
	}
	return n, nil
}

// Run passes packets on.
func (p *Proxy) Run() {
	for n := 0; ; n++ {
		time.Sleep(2 * time.Millisecond)
		p.mu.Lock()
		conn, err := dial(n)
		if err != nil {
			continue
		}
		p.clients[n] = conn
		p.mu.Unlock()
	}
}

func (p *Proxy) reply() {
	for {
		p.mu.Lock()
		if len(p.clients) > 3 {
			p.clients = map[int]int{}
		}
		p.mu.Unlock()
		time.Sleep(7 * time.Millisecond)
	}
}

// Run starts a proxy.
func Run(int) {
	p := &Proxy{clients: map[int]int{}}
	go p.reply()
	p.Run()
}
