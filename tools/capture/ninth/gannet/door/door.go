// Package door lets people in.
package door

import (
	"bufio"
	"errors"
	"fmt"
	"log"
	"net"
	"strings"
	"sync"
	"time"

	"go.gannet.example/chat/gannet/hall"
)

var errGreeting = errors.New("no greeting")

// Door knows all lines, to end them when the house is closed.
type Door struct {
	l    net.Listener
	hall *hall.Hall

	mu    sync.Mutex
	lines map[net.Conn]time.Time
}

// Open accepts on a free port.
func Open(h *hall.Hall) (*Door, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	d := &Door{l: l, hall: h, lines: make(map[net.Conn]time.Time)}
	go d.accept()
	return d, nil
}

// Address is where it accepts.
func (d *Door) Address() string { return d.l.Addr().String() }

// Close ends all.
func (d *Door) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	for c := range d.lines {
		c.Close()
	}
	return d.l.Close()
}

func (d *Door) accept() {
	for {
		c, err := d.l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		d.enter(c)
		go d.serve(c)
	}
}

func (d *Door) enter(c net.Conn) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lines[c] = time.Now()
}

func (d *Door) leave(c net.Conn) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.lines, c)
	c.Close()
}

func (d *Door) serve(c net.Conn) {
	name, in, err := greet(c)
	if err != nil {
		_, _ = fmt.Fprintln(c, "sorry:", err)
		return
	}
	defer d.leave(c)
	m := d.hall.Join(name, c)
	defer d.hall.Part(m)
	for in.Scan() {
		d.hall.Say(name, in.Text())
	}
}

func greet(c net.Conn) (string, *bufio.Scanner, error) {
	in := bufio.NewScanner(c)
	in.Buffer(make([]byte, 0, 512), 4096)
	if !in.Scan() {
		return "", nil, errGreeting
	}
	if !strings.HasPrefix(in.Text(), "HELLO ") {
		return "", nil, errGreeting
	}
	return in.Text()[6:], in, nil
}
