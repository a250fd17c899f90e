package broker

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"
	"time"
)

const (
	silence  = 40 * time.Second // a device that sends nothing that long is gone
	patience = 5 * time.Second  // after which an unconfirmed message is sent again
)

type session struct {
	broker  *Broker
	conn    net.Conn
	writing sync.Mutex
	out     chan string
	pending
}

// pending is what the device has not confirmed.
type pending struct {
	mu      sync.Mutex
	changed *sync.Cond
	next    int
	texts   map[int]string
	over    bool
}

func open(b *Broker, conn net.Conn) *session {
	s := &session{broker: b, conn: conn, out: make(chan string, 16)}
	s.changed = sync.NewCond(&s.mu)
	s.texts = make(map[int]string)
	go s.write()
	go s.repeat()
	return s
}

func (s *session) read() {
	var topic string
	defer func() {
		s.broker.leave(topic, s)
		close(s.out)
		s.end()
		s.conn.Close()
	}()
	lines := bufio.NewScanner(s.conn)
	for {
		s.conn.SetReadDeadline(time.Now().Add(silence))
		if !lines.Scan() {
			return
		}
		word, rest, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "SUB":
			topic = rest
			s.broker.join(topic, s)
		case "PING":
			s.send("PONG")
		case "ACK":
			s.confirm(rest)
		}
	}
}

func (s *session) write() {
	for text := range s.out {
		number := s.add(text)
		s.send(fmt.Sprintf("MSG %d %s", number, text))
	}
}

func (s *session) send(line string) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if _, err := fmt.Fprintln(s.conn, line); err != nil {
		s.conn.Close()
	}
}

func (s *session) repeat() {
	for s.wait() {
		time.Sleep(patience)
		for number, text := range s.unconfirmed() {
			s.send(fmt.Sprintf("MSG %d %s", number, text))
		}
	}
}

// wait returns when something is unconfirmed, or false when the session is over.
func (p *pending) wait() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.texts) == 0 && !p.over {
		p.changed.Wait()
	}
	return !p.over
}

func (p *pending) add(text string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.next++
	p.texts[p.next] = text
	p.changed.Signal()
	return p.next
}

func (p *pending) confirm(number string) {
	var n int
	if _, err := fmt.Sscan(number, &n); err != nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.texts, n)
}

func (p *pending) unconfirmed() map[int]string {
	p.mu.Lock()
	defer p.mu.Unlock()
	left := make(map[int]string, len(p.texts))
	for n, text := range p.texts {
		left[n] = text
	}
	return left
}

func (p *pending) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.over = true
	p.changed.Broadcast()
}
