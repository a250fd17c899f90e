// Package rooms is where guests talk, in a process of its own.
package rooms

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Handler opens a room for each guest.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, both, err := w.(http.Hijacker).Hijack()
		if err != nil {
			return
		}
		defer conn.Close()
		fmt.Fprintf(conn, "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: parlance\r\n\r\n")
		talk(conn, both.Reader)
	})
}

func talk(conn net.Conn, from *bufio.Reader) {
	for {
		conn.SetReadDeadline(time.Now().Add(80 * time.Second))
		word, err := from.ReadString('\n')
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(conn, "heard %s", word); err != nil {
			return
		}
	}
}
