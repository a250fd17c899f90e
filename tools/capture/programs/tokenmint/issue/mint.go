// Package issue issues tokens for a while.
package issue

import (
	"strconv"
	"sync"
	"time"
)

type token struct {
	holder  string
	expires time.Time
	claims  [512]byte
}

// Mint knows the tokens in force.
type Mint struct {
	lifetime time.Duration
	mu       sync.Mutex
	next     int
	tokens   map[string]*token
}

// NewMint issues tokens for a lifetime.
func NewMint(lifetime time.Duration) *Mint {
	return &Mint{lifetime: lifetime, tokens: map[string]*token{}}
}

// Issue returns a new token.
func (m *Mint) Issue(holder string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.next++
	text := "t" + strconv.Itoa(m.next)
	m.tokens[text] = &token{holder: holder, expires: time.Now().Add(m.lifetime)}
	return text
}

// Sweep forgets what has expired.
func (m *Mint) Sweep(now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for text, t := range m.tokens {
		if now.After(t.expires) {
			delete(m.tokens, text)
		}
	}
}
