// Package tunnel joins two connections.
package tunnel

import (
	"context"
	"io"
	"log"
	"net"
	"sync"
	"time"
)

const dialing = 5 * time.Second

// Listen joins every connection that comes to one of its own to target; silence is how long none of the sides may say
// nothing. It returns its address.
func Listen(ctx context.Context, target string, silence time.Duration) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() {
		<-ctx.Done()
		l.Close()
	}()
	go func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			go join(near, target, silence)
		}
	}()
	return l.Addr().String(), nil
}

func join(near net.Conn, target string, silence time.Duration) {
	defer near.Close()
	far, err := net.DialTimeout("tcp", target, dialing)
	if err != nil {
		log.Print(err)
		return
	}
	defer far.Close()
	both := &pulse{silence: silence, conns: [2]net.Conn{near, far}}
	both.beat()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		both.carry(far, near)
	}()
	both.carry(near, far)
	wg.Wait()
}

// pulse moves the deadline of both connections whenever one of them is heard.
type pulse struct {
	silence time.Duration
	conns   [2]net.Conn
}

func (p *pulse) beat() {
	end := time.Now().Add(p.silence)
	for _, conn := range p.conns {
		// A closed connection has no deadline to move, and says so at the next read.
		_ = conn.SetDeadline(end)
	}
}

// carry copies until from ends, and then tells to that there is no more.
func (p *pulse) carry(to, from net.Conn) {
	piece := make([]byte, 16<<10)
	for {
		n, err := from.Read(piece)
		if n > 0 {
			p.beat()
			if _, err := to.Write(piece[:n]); err != nil {
				break
			}
		}
		if err == io.EOF {
			if half, ok := to.(*net.TCPConn); ok && half.CloseWrite() == nil {
				return
			}
		}
		if err != nil {
			break
		}
	}
	p.conns[0].Close()
	p.conns[1].Close()
}
