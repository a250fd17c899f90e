// Package till books sales one after the other.
package till

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net"
	"sync"
	"time"
)

// Books are written by one at a time, and a line is safe before the next begins.
type Books struct {
	mu      sync.Mutex
	conn    net.Conn
	answers *bufio.Reader
	count   map[int]int
}

// Open connects to the store.
func Open(address string) (*Books, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	return &Books{conn: conn, answers: bufio.NewReader(conn), count: make(map[int]int)}, nil
}

// Sell sells at one till until ctx ends.
func (b *Books) Sell(ctx context.Context, till int) {
	for n := 0; ctx.Err() == nil; n++ {
		if err := b.book(till*31%400, 1+n%3); err != nil {
			log.Print(err)
			return
		}
		time.Sleep(150 * time.Millisecond)
	}
}

func (b *Books) book(article, pieces int) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.conn.SetDeadline(time.Now().Add(5 * time.Second)); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(b.conn, "%d %d\n", article, pieces); err != nil {
		return err
	}
	if _, err := b.answers.ReadString('\n'); err != nil {
		return err
	}
	b.count[article] += pieces
	return nil
}
