// Package guest is clients that keep their connections.
package guest

import (
	"fmt"
	"net"
	"sync"
)

type lounge struct {
	mu    sync.Mutex
	conns []net.Conn
}

var seated lounge

// Visit opens n connections and says hello on each.
func Visit(address string, n int) {
	for i := 0; i < n; i++ {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return
		}
		fmt.Fprintln(conn, "hello")
		seated.mu.Lock()
		seated.conns = append(seated.conns, conn)
		seated.mu.Unlock()
	}
}
