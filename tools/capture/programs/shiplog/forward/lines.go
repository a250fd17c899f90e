// Package forward sends lines to the collector.
package forward

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"sync"
)

// Lines sends to one collector.
type Lines struct {
	collector string
	mu        sync.Mutex
	spare     map[string]*lane
}

type lane struct {
	conn net.Conn
	out  *bufio.Writer
}

// NewLines sends to the collector at this address.
func NewLines(collector string) *Lines {
	return &Lines{collector: collector, spare: map[string]*lane{}}
}

// Ship sends one batch.
func (l *Lines) Ship(batch string) {
	to, err := l.lane()
	if err != nil {
		log.Print(err)
		return
	}
	fmt.Fprintln(to.out, batch)
	if err := to.out.Flush(); err != nil {
		log.Print(err)
		to.conn.Close()
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.spare[to.conn.LocalAddr().String()] = to
}

func (l *Lines) lane() (*lane, error) {
	l.mu.Lock()
	found, ok := l.spare[l.collector]
	delete(l.spare, l.collector)
	l.mu.Unlock()
	if ok {
		return found, nil
	}
	conn, err := net.Dial("tcp", l.collector)
	if err != nil {
		return nil, err
	}
	return &lane{conn: conn, out: bufio.NewWriterSize(conn, 16<<10)}, nil
}
