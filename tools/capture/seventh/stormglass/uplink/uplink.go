// Package uplink keeps a connection to the exchange.
package uplink

import (
	"bufio"
	"fmt"
	"math/rand"
	"net"
	"time"
)

const longest = 12 * time.Second

// Link sends what waits in its queue.
type Link struct {
	address string
	queue   chan string
}

// New lets so many readings wait.
func New(address string, most int) *Link {
	return &Link{address: address, queue: make(chan string, most)}
}

// Send hands over a reading.
func (l *Link) Send(reading string) { l.queue <- reading }

// Run connects and sends, for ever.
func (l *Link) Run() {
	wait := 250 * time.Millisecond
	for {
		c, err := net.Dial("unix", l.address)
		if err == nil {
			wait = 250 * time.Millisecond
			l.send(c)
			c.Close()
		}
		time.Sleep(wait/2 + time.Duration(rand.Int63n(int64(wait))))
		if wait *= 2; wait > longest {
			wait = longest
		}
	}
}

func (l *Link) send(c net.Conn) {
	answers := bufio.NewScanner(c)
	for reading := range l.queue {
		if _, err := fmt.Fprintln(c, reading); err != nil || !answers.Scan() {
			return
		}
	}
}
