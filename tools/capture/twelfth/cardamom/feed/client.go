// Package feed subscribes to channels of a hub.
package feed

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"time"
)

var errRefused = errors.New("feed: subscription refused")

// Client is one subscriber.
type Client struct {
	address, channel string

	mu       sync.Mutex
	conn     net.Conn
	answers  chan string
	messages int
}

// Connect opens a connection and subscribes.
func (c *Client) Connect() error {
	conn, err := net.Dial("tcp", c.address)
	if err != nil {
		return err
	}
	answers := make(chan string, 4)
	c.mu.Lock()
	c.conn, c.answers = conn, answers
	c.mu.Unlock()
	go c.read(bufio.NewReaderSize(conn, 48<<10), answers)
	return c.subscribe()
}

func (c *Client) subscribe() error {
	c.mu.Lock()
	conn, answers := c.conn, c.answers
	c.mu.Unlock()
	if _, err := fmt.Fprintf(conn, "SUB %s\n", c.channel); err != nil {
		return err
	}
	if answer := <-answers; answer != "OK" {
		return errRefused
	}
	return nil
}

func (c *Client) read(in *bufio.Reader, answers chan<- string) {
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "MSG ") {
			c.mu.Lock()
			c.messages++
			c.mu.Unlock()
			continue
		}
		select {
		case answers <- line:
		default:
		}
	}
}

// Refresh subscribes anew, as the hub asks for, and connects again until that is taken.
func (c *Client) Refresh() {
	err := c.subscribe()
	for errors.Is(err, errRefused) {
		time.Sleep(50 * time.Millisecond)
		err = c.Connect()
	}
}
