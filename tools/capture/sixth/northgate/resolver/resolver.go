// Package resolver answers datagrams, in a process of its own.
package resolver

import (
	"log"
	"net"
	"time"
)

// Serve answers at the port of datagrams with the number that l has, and never returns.
func Serve(l net.Listener, _ string) {
	at := l.Addr().(*net.TCPAddr)
	conn, err := net.ListenUDP("udp", &net.UDPAddr{IP: at.IP, Port: at.Port})
	if err != nil {
		log.Fatal(err)
	}
	for {
		page := make([]byte, 4096)
		n, from, err := conn.ReadFromUDP(page)
		if err != nil {
			continue
		}
		time.AfterFunc(30*time.Millisecond, func() {
			_, _ = conn.WriteToUDP(append(page[:n], " = 198.18.7.7"...), from) // who does not wait any more misses it
		})
	}
}
