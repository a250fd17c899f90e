// Package tunnel carries what is sent on one connection to another, both ways.
package tunnel

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"net"
	"strings"
	"sync/atomic"
	"time"
)

// Tunnel carries to one address.
type Tunnel struct {
	l       net.Listener
	inside  string
	carried atomic.Int64
}

// Open accepts on a free port.
func Open(inside string) (*Tunnel, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	t := &Tunnel{l: l, inside: inside}
	go t.accept()
	return t, nil
}

// Address is where it accepts.
func (t *Tunnel) Address() string { return t.l.Addr().String() }

func (t *Tunnel) accept() {
	for {
		c, err := t.l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go t.serve(c.(*net.TCPConn))
	}
}

// serve reads the line that asks for the tunnel, and starts both directions.
func (t *Tunnel) serve(client *net.TCPConn) {
	if err := client.SetReadDeadline(time.Now().Add(5 * time.Second)); err != nil {
		client.Close()
		return
	}
	line, err := bufio.NewReaderSize(client, 16).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "CONNECT") {
		client.Close()
		return
	}
	far, err := net.DialTimeout("tcp", t.inside, 2*time.Second)
	if err != nil {
		client.Close()
		return
	}
	if err := client.SetReadDeadline(time.Time{}); err != nil {
		log.Print(err)
	}
	if _, err := fmt.Fprint(client, "READY\n"); err != nil {
		log.Print(err)
	}
	go t.carry(far.(*net.TCPConn), client)
	go t.carry(client, far.(*net.TCPConn))
}

func (t *Tunnel) carry(to, from *net.TCPConn) {
	n, err := io.Copy(to, from)
	if err != nil {
		log.Printf("tunnel: %v", err)
	}
	t.carried.Add(n)
	_ = to.CloseWrite()
	_ = from.CloseRead()
}
