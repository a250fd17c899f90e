// Package guests is the other end.
package guests

import (
	"fmt"
	"io"
	"log"
	"net"
	"time"
)

// Come sends guests to the gate; who is refused waits for a better day.
func Come(address string) {
	for n := 0; ; n++ {
		go guest(address, n)
		time.Sleep(50 * time.Millisecond)
	}
}

func guest(address string, n int) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	if _, err := fmt.Fprintf(c, "GET /wire/%d HTTP/1.1\r\nHost: gate\r\nConnection: Upgrade\r\nUpgrade: wire\r\n\r\n", n); err != nil {
		return
	}
	_, _ = io.Copy(io.Discard, c)
}
