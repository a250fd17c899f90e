// Package store is the store of bookings, in a process of its own: it answers when a line is safe.
package store

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"time"
)

// Serve answers each line and never returns.
func Serve(l net.Listener, _ string) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go serve(conn)
	}
}

func serve(conn net.Conn) {
	defer conn.Close()
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		time.Sleep(7 * time.Millisecond)
		if _, err := fmt.Fprintln(conn, "safe"); err != nil {
			return
		}
	}
}
