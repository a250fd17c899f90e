// Package pool keeps connections for those who come next.
package pool

import (
	"bufio"
	"fmt"
	"net"
	"sync"
	"time"
)

// Conn is a connection with a goroutine that reads.
type Conn struct {
	raw     net.Conn
	answers chan string
	idle    time.Time
}

// Pool hands out the connection that was used last.
type Pool struct {
	address string
	most    time.Duration

	mu   sync.Mutex
	free []*Conn
}

// New connects to address and keeps an idle connection for at most so long.
func New(address string, most time.Duration) *Pool { return &Pool{address: address, most: most} }

func (p *Pool) take() (*Conn, error) {
	p.mu.Lock()
	if n := len(p.free); n > 0 {
		c := p.free[n-1]
		p.free = p.free[:n-1]
		p.mu.Unlock()
		return c, nil
	}
	p.mu.Unlock()
	raw, err := net.Dial("tcp", p.address)
	if err != nil {
		return nil, err
	}
	c := &Conn{raw: raw, answers: make(chan string, 1)}
	go c.read()
	return c, nil
}

func (c *Conn) read() {
	defer close(c.answers)
	lines := bufio.NewScanner(c.raw)
	for lines.Scan() {
		c.answers <- lines.Text()
	}
}

// Ask sends a question and waits for the answer.
func (p *Pool) Ask(question string) (string, error) {
	c, err := p.take()
	if err != nil {
		return "", err
	}
	if _, err := fmt.Fprintln(c.raw, question); err != nil {
		c.raw.Close()
		return "", err
	}
	answer, ok := <-c.answers
	if !ok {
		c.raw.Close()
		return "", net.ErrClosed
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	c.idle = time.Now()
	p.free = append(p.free, c)
	return answer, nil
}

// Expire closes what was idle for too long.
func (p *Pool) Expire() {
	p.mu.Lock()
	defer p.mu.Unlock()
	kept := p.free[:0]
	for _, c := range p.free {
		if time.Since(c.idle) > p.most {
			c.raw.Close()
			continue
		}
		kept = append(kept, c)
	}
	for i := len(kept); i < len(p.free); i++ {
		p.free[i] = nil
	}
	p.free = kept
}
