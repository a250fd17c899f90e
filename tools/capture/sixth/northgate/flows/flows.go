// Package flows knows which answers are whose.
package flows

import (
	"log"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

const (
	idle    = 10 * time.Second
	longest = 4096 // bytes of a datagram
)

// Table has a flow for each address that sent something lately.
type Table struct {
	inside   *net.UDPConn
	upstream *net.UDPAddr
	mu       sync.Mutex
	flows    map[string]*flow
	answered uint64
}

type flow struct {
	caller  *net.UDPAddr
	outside *net.UDPConn
	page    [longest]byte
}

// NewTable passes what comes at inside on to upstream.
func NewTable(inside *net.UDPConn, upstream *net.UDPAddr) *Table {
	return &Table{inside: inside, upstream: upstream, flows: make(map[string]*flow)}
}

// Run passes on until inside is closed.
func (t *Table) Run() {
	page := make([]byte, longest)
	for {
		n, caller, err := t.inside.ReadFromUDP(page)
		if err != nil {
			log.Print(err)
			return
		}
		if err := t.pass(caller, page[:n]); err != nil {
			log.Print(err)
		}
	}
}

func (t *Table) pass(caller *net.UDPAddr, datagram []byte) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	f := t.flows[caller.String()]
	if f == nil {
		outside, err := net.DialUDP("udp", nil, t.upstream)
		if err != nil {
			return err
		}
		f = &flow{caller: caller, outside: outside}
		t.flows[caller.String()] = f
		go t.answer(f)
	}
	if err := f.outside.SetReadDeadline(time.Now().Add(idle)); err != nil {
		return err
	}
	_, err := f.outside.Write(datagram)
	return err
}

// answer returns when nothing passed for a while, and the flow is gone then.
func (t *Table) answer(f *flow) {
	defer t.remove(f)
	for {
		n, err := f.outside.Read(f.page[:])
		if err != nil {
			return
		}
		if _, err := t.inside.WriteToUDP(f.page[:n], f.caller); err != nil {
			return
		}
		atomic.AddUint64(&t.answered, 1)
	}
}

func (t *Table) remove(f *flow) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.flows, f.caller.String())
	if err := f.outside.Close(); err != nil {
		log.Print(err)
	}
}
