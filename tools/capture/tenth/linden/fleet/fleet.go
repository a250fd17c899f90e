// Package fleet is all hosts that send.
package fleet

import (
	"fmt"
	"net"
	"time"
)

// Send has sixty hosts that stay, short ones, and some that are lost with their line open.
func Send(_ net.Listener, target string) {
	for i := 0; i < 60; i++ {
		go send(target, i, 1<<30)
	}
	var lost []net.Conn
	for n := 0; ; n++ {
		time.Sleep(250 * time.Millisecond)
		c := send(target, 100+n, 3)
		if n%3 != 0 && c != nil {
			lost = append(lost, c)
			continue
		}
		if c != nil {
			c.Close()
		}
	}
}

func send(target string, host, lines int) net.Conn {
	c, err := net.Dial("tcp", target)
	if err != nil {
		return nil
	}
	for i := 0; i < lines; i++ {
		if _, err := fmt.Fprintf(c, "host-%d.requests:%d\n", host, i); err != nil {
			return c
		}
		if lines > 3 {
			time.Sleep(time.Second)
		}
	}
	return c
}
