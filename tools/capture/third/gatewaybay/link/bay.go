// Package link has links to gateways.
package link

import (
	"bufio"
	"errors"
	"net"
	"strings"
	"sync"
	"time"
)

// Link is a connection whose gateway is new enough.
type Link struct {
	net.Conn
	in *bufio.Reader
}

// Bay has the links, so that it can close them all at the end.
type Bay struct {
	address string

	mu   sync.Mutex
	open map[*Link]time.Time
}

// NewBay dials address.
func NewBay(address string) *Bay { return &Bay{address: address, open: make(map[*Link]time.Time)} }

// ErrOld means that the gateway is too old.
var ErrOld = errors.New("link: gateway too old")

// Dial connects and greets.
func (b *Bay) Dial() (*Link, error) {
	conn, err := net.DialTimeout("tcp", b.address, 3*time.Second)
	if err != nil {
		return nil, err
	}
	l := &Link{Conn: conn, in: bufio.NewReaderSize(conn, 24<<10)}
	b.mu.Lock()
	b.open[l] = time.Now()
	b.mu.Unlock()
	answer, err := l.Say("hello")
	if err != nil {
		b.Release(l)
		return nil, err
	}
	if !strings.HasPrefix(answer, "v3") {
		return nil, ErrOld
	}
	return l, nil
}

// Say says a line and returns the answer.
func (l *Link) Say(line string) (string, error) {
	if err := l.SetDeadline(time.Now().Add(4 * time.Second)); err != nil {
		return "", err
	}
	if _, err := l.Write([]byte(line + "\n")); err != nil {
		return "", err
	}
	return l.in.ReadString('\n')
}

// Release closes a link.
func (b *Bay) Release(l *Link) {
	b.mu.Lock()
	delete(b.open, l)
	b.mu.Unlock()
	l.Close()
}
