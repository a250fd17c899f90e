// Package relay joins two connections.
package relay

import (
	"io"
	"log"
	"net"
	"sync"
	"sync/atomic"
)

// Carrier joins what it accepts with To.
type Carrier struct {
	To      string
	carried uint64
	refused uint64
}

// Serve accepts until l is closed.
func (c *Carrier) Serve(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go c.carry(conn.(*net.TCPConn))
	}
}

func (c *Carrier) carry(near *net.TCPConn) {
	defer near.Close()
	conn, err := net.Dial("tcp", c.To)
	if err != nil {
		atomic.AddUint64(&c.refused, 1)
		return
	}
	defer conn.Close()
	far := conn.(*net.TCPConn)
	var both sync.WaitGroup
	both.Add(2)
	go c.copy(&both, far, near)
	go c.copy(&both, near, far)
	both.Wait()
}

// copy passes one direction on and then closes just that half.
func (c *Carrier) copy(done *sync.WaitGroup, to, from *net.TCPConn) {
	defer done.Done()
	n, err := io.Copy(to, from)
	atomic.AddUint64(&c.carried, uint64(n))
	if err != nil {
		to.Close()
		from.Close()
		return
	}
	to.CloseWrite()
}
