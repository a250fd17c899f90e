// Package purses hands out tokens that expire.
package purses

import (
	"sync"
	"time"
)

type keeper struct {
	added chan int
	until map[int]time.Time
}

func (k *keeper) run() {
	clock := time.NewTicker(100 * time.Millisecond)
	defer clock.Stop()
	for {
		select {
		case token := <-k.added:
			k.until[token] = time.Now().Add(time.Second)
			time.Sleep(5 * time.Millisecond)
		case <-clock.C:
			for token, end := range k.until {
				if time.Now().After(end) {
					delete(k.until, token)
				}
			}
		}
	}
}

// Purse has the tokens in use.
type Purse struct {
	mu     sync.RWMutex
	tokens map[int]int
	keeper *keeper
}

func (p *Purse) assign(user, token int) {
	p.mu.Lock()
	time.Sleep(20 * time.Millisecond)
	p.tokens[token%100] = user
	p.mu.Unlock()
	p.keeper.added <- token
}

// Run lets six users in.
func Run(int) {
	p := &Purse{tokens: map[int]int{}, keeper: &keeper{added: make(chan int), until: map[int]time.Time{}}}
	go p.keeper.run()
	for i := 0; i < 6; i++ {
		go func(user int) {
			for token := 0; ; token++ {
				p.assign(user, token)
				time.Sleep(30 * time.Millisecond)
			}
		}(i)
	}
}
