// Package grants hands out tokens that expire.
package grants

import (
	"sync"
	"time"
)

type keeper struct {
	added  chan string
	until  map[string]time.Time
	remove func(token string)
	stop   chan struct{}
}

func (k *keeper) add(token string) { k.added <- token }

func (k *keeper) run() {
	clock := time.NewTicker(15 * time.Millisecond)
	defer clock.Stop()
	for {
		select {
		case token := <-k.added:
			k.until[token] = time.Now().Add(10 * time.Millisecond)
		case <-clock.C:
			k.expire()
		case <-k.stop:
			return
		}
	}
}

func (k *keeper) expire() {
	for token, end := range k.until {
		if time.Now().After(end) {
			k.remove(token)
			delete(k.until, token)
		}
	}
}

// Purse has the tokens in use.
type Purse struct {
	mu     sync.RWMutex
	tokens map[string]string
	keeper *keeper
}

func (p *Purse) assign(user, token string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tokens[token] = user
	time.Sleep(20 * time.Millisecond)
	p.keeper.add(token)
}

// Authenticate gives the user a token.
func (p *Purse) Authenticate(user, token string) { p.assign(user, token) }

func (p *Purse) enable() {
	p.keeper = &keeper{added: make(chan string), until: map[string]time.Time{}, stop: make(chan struct{})}
	p.keeper.remove = func(token string) {
		p.mu.Lock()
		defer p.mu.Unlock()
		delete(p.tokens, token)
	}
	go p.keeper.run()
}

// Run lets five users in.
func Run(int) {
	p := &Purse{tokens: map[string]string{}}
	p.enable()
	for i := 0; i < 5; i++ {
		token := string(rune('a' + i))
		go p.Authenticate("user", token)
	}
}
