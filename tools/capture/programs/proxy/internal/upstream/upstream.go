// Package upstream speaks the legacy line protocol.
package upstream

import (
	"bufio"
	"context"
	"fmt"
	"net"
)

// Line is the way to one host.
type Line struct{ host string }

// NewLine asks a host.
func NewLine(host string) *Line { return &Line{host: host} }

type reply struct {
	text string
	err  error
}

// Ask returns the host's reply or ends with ctx.
func (l *Line) Ask(ctx context.Context, account int) (string, error) {
	replies := make(chan reply, 1)
	go l.ask(account, replies)
	select {
	case r := <-replies:
		return r.text, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (l *Line) ask(account int, replies chan<- reply) {
	conn, err := net.Dial("tcp", l.host)
	if err != nil {
		replies <- reply{err: err}
		return
	}
	defer conn.Close()
	if _, err := fmt.Fprintf(conn, "BAL %d\n", account); err != nil {
		replies <- reply{err: err}
		return
	}
	text, err := bufio.NewReader(conn).ReadString('\n')
	replies <- reply{text: text, err: err}
}
