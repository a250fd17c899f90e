// Package guest is one line to a relay.
package guest

import (
	"bufio"
	"fmt"
	"net"
	"time"
)

// Event is what is passed on.
type Event struct {
	Number int
	At     time.Time
}

// Guest has what is still to be told, and which kinds of events are wanted.
type Guest struct {
	Name   string
	Wanted [32]uint64

	c       net.Conn
	in      *bufio.Reader
	outward chan Event
}

// New is for a connection.
func New(c net.Conn, number int) *Guest {
	return &Guest{
		Name:    fmt.Sprintf("guest %d", number),
		c:       c,
		in:      bufio.NewReaderSize(c, 2048),
		outward: make(chan Event, 128),
	}
}

// Offer passes an event on if there is room.
func (g *Guest) Offer(e Event) {
	select {
	case g.outward <- e:
	default:
	}
}

// Flush writes what was passed on.
func (g *Guest) Flush() error {
	for {
		select {
		case e := <-g.outward:
			if _, err := fmt.Fprintln(g.c, "event", e.Number); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

// Line reads one line.
func (g *Guest) Line() (string, error) {
	if err := g.c.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return "", err
	}
	return g.in.ReadString('\n')
}

// Tell writes one line.
func (g *Guest) Tell(text string) error {
	_, err := fmt.Fprintln(g.c, text)
	return err
}
