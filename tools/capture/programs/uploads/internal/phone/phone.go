// Package phone sends photos over shaky networks.
package phone

import (
	"bufio"
	"context"
	"fmt"
	"math/rand"
	"net"
	"net/http"
	"sync"
	"time"
)

type outage struct {
	mu    sync.Mutex
	conns []net.Conn
}

// Send uploads a photo at every interval until ctx ends.
func Send(ctx context.Context, address string, interval time.Duration) {
	random := rand.New(rand.NewSource(21))
	lost := &outage{}
	go func() {
		tick := time.NewTicker(interval)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				go lost.upload(address, 20000+random.Intn(50000), random.Intn(8) == 0)
			case <-ctx.Done():
				return
			}
		}
	}()
}

func (o *outage) upload(address string, size int, gone bool) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	fmt.Fprintf(conn, "POST /photo HTTP/1.1\r\nHost: uploads\r\nContent-Length: %d\r\n\r\n", size)
	if gone {
		conn.Write(make([]byte, size/3))
		o.mu.Lock()
		o.conns = append(o.conns, conn)
		o.mu.Unlock()
		return
	}
	defer conn.Close()
	conn.Write(make([]byte, size))
	conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	if resp, err := http.ReadResponse(bufio.NewReader(conn), nil); err == nil {
		resp.Body.Close()
	}
}
