// Package keeper is the lock server, in a process of its own.
package keeper

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"sync"
	"time"
)

type claim struct {
	number  int
	name    string
	expired *time.Timer
}

// room is the state of one client: who holds a name comes first in its queue.
type room struct {
	mu     sync.Mutex
	conn   net.Conn
	queues map[string][]*claim
}

// Serve answers clients and never returns.
func Serve(l net.Listener, _ string) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go (&room{conn: conn, queues: make(map[string][]*claim)}).serve()
	}
}

func (r *room) serve() {
	defer r.conn.Close()
	lines := bufio.NewScanner(r.conn)
	for lines.Scan() {
		var word, name string
		var number, patience int
		fmt.Sscan(lines.Text(), &word, &number, &name, &patience)
		r.mu.Lock()
		if word == "LOCK" {
			r.queue(number, name, time.Duration(patience)*time.Millisecond)
		} else {
			r.remove(number)
		}
		r.mu.Unlock()
	}
}

func (r *room) queue(number int, name string, patience time.Duration) {
	c := &claim{number: number, name: name}
	c.expired = time.AfterFunc(patience, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		if q := r.queues[name]; len(q) > 0 && q[0] == c {
			return
		}
		fmt.Fprintf(r.conn, "LATE %d\n", number)
		r.remove(number)
	})
	r.queues[name] = append(r.queues[name], c)
	if len(r.queues[name]) == 1 {
		r.grant(c)
	}
}

func (r *room) grant(c *claim) {
	c.expired.Stop()
	fmt.Fprintf(r.conn, "HAVE %d\n", c.number)
}

func (r *room) remove(number int) {
	for name, q := range r.queues {
		for i, c := range q {
			if c.number != number {
				continue
			}
			r.queues[name] = append(q[:i:i], q[i+1:]...)
			if i == 0 && len(q) > 1 {
				r.grant(q[1])
			}
			return
		}
	}
}
