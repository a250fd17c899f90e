// Package locks is a client of the lock server: one connection for all who wait.
package locks

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"
)

// The server answers every demand with one of these, or closes the connection.
var (
	ErrLate = errors.New("locks: not granted in time")
	ErrGone = errors.New("locks: the server is gone")
)

// Client demands locks.
type Client struct {
	conn    net.Conn
	mu      sync.Mutex
	next    int
	waiting map[int]chan error
	gone    bool
}

// Dial connects to the server.
func Dial(address string) (*Client, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	c := &Client{conn: conn, waiting: make(map[int]chan error)}
	go c.listen()
	return c, nil
}

// Acquire waits until name is ours, at most for patience, which the server sees to. The number is what Release needs.
func (c *Client) Acquire(name string, patience time.Duration) (int, error) {
	number, answer, err := c.demand(name, patience)
	if err != nil {
		return 0, err
	}
	return number, <-answer
}

func (c *Client) demand(name string, patience time.Duration) (int, <-chan error, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gone {
		return 0, nil, ErrGone
	}
	c.next++
	answer := make(chan error, 1)
	c.waiting[c.next] = answer
	_, err := fmt.Fprintf(c.conn, "LOCK %d %s %d\n", c.next, name, patience.Milliseconds())
	if err != nil {
		delete(c.waiting, c.next)
	}
	return c.next, answer, err
}

// Release gives the lock back that Acquire got under this number.
func (c *Client) Release(number int) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := fmt.Fprintf(c.conn, "FREE %d\n", number)
	return err
}

func (c *Client) listen() {
	lines := bufio.NewScanner(c.conn)
	for lines.Scan() {
		var word string
		var number int
		if _, err := fmt.Sscan(lines.Text(), &word, &number); err != nil {
			continue
		}
		if word == "LATE" {
			c.tell(number, ErrLate)
		} else {
			c.tell(number, nil)
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.gone = true
	for _, answer := range c.waiting {
		answer <- ErrGone
	}
}

func (c *Client) tell(number int, result error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if answer, ok := c.waiting[number]; ok {
		delete(c.waiting, number)
		answer <- result
	}
}
