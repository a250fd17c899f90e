// Package tunnel joins two connections.
package tunnel

import (
	"bufio"
	"io"
	"log"
	"net"
	"strings"
	"sync"
	"time"
)

// Relay knows destinations by name.
type Relay struct {
	mu     sync.RWMutex
	routes map[string]string
}

// New knows none.
func New() *Relay { return &Relay{routes: make(map[string]string)} }

// Route leads a name to an address.
func (r *Relay) Route(name, address string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.routes[name] = address
}

// Accept serves customers.
func (r *Relay) Accept(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go r.Serve(c.(*net.TCPConn))
	}
}

// Serve reads the name of the destination, connects there, and joins.
func (r *Relay) Serve(customer *net.TCPConn) {
	defer customer.Close()
	in := bufio.NewReader(customer)
	name, err := in.ReadString('\n')
	if err != nil {
		log.Print(err)
		return
	}
	r.mu.RLock()
	address := r.routes[strings.TrimSpace(name)]
	r.mu.RUnlock()
	far, err := net.DialTimeout("tcp", address, 3*time.Second)
	if err != nil {
		log.Print(err)
		return
	}
	defer far.Close()
	r.join(customer, in, far.(*net.TCPConn))
}

// join returns when nothing goes in either direction any more.
func (r *Relay) join(customer *net.TCPConn, in io.Reader, far *net.TCPConn) {
	var both sync.WaitGroup
	both.Add(1)
	go func() {
		defer both.Done()
		copyAll(far, in)
	}()
	copyAll(customer, far)
	both.Wait()
}

// copyAll copies to the end and passes it on.
func copyAll(to *net.TCPConn, from io.Reader) {
	_, _ = io.Copy(to, from)
	_ = to.CloseWrite()
}
