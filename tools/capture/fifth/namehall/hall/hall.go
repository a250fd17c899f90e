// Package hall answers questions.
package hall

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"strings"
	"sync"
	"time"
)

// Line is a visitor's.
type Line struct {
	nc  net.Conn
	in  *bufio.Reader
	log []string
}

// Close hangs up.
func (l *Line) Close() error {
	nc := l.nc
	l.nc = nil
	return nc.Close()
}

// Hall has a register and knows its lines.
type Hall struct {
	register map[string][]uint16

	mu    sync.Mutex
	lines map[net.Conn]*Line
}

// New answers from register.
func New(register map[string][]uint16) *Hall {
	return &Hall{register: register, lines: make(map[net.Conn]*Line)}
}

// Serve answers whoever comes to l.
func (h *Hall) Serve(l net.Listener) {
	for {
		nc, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go h.attend(h.admit(nc))
	}
}

func (h *Hall) admit(nc net.Conn) *Line {
	line := &Line{nc: nc, in: bufio.NewReaderSize(nc, 4096)}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.lines[nc] = line
	return line
}

func (h *Hall) leave(line *Line) {
	if err := line.Close(); err != nil {
		log.Print(err)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.lines, line.nc)
}

func (h *Hall) attend(line *Line) {
	defer h.leave(line)
	for {
		if err := line.nc.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
			return
		}
		question, err := line.in.ReadString('\n')
		if err != nil {
			if !errors.Is(err, io.EOF) {
				log.Print(err)
			}
			return
		}
		line.log = append(line.log, question)
		if _, err := fmt.Fprintln(line.nc, len(h.register[strings.TrimSpace(question)])); err != nil {
			return
		}
	}
}
