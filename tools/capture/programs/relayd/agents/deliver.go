// Package agents is the mail agents.
package agents

import (
	"fmt"
	"log"
	"net"
	"time"
)

var open []net.Conn

// Deliver opens a connection again and again; two in three agents do not know the protocol and wait.
func Deliver(_ net.Listener, server string) {
	for n := 0; ; n++ {
		c, err := net.Dial("tcp", server)
		if err != nil {
			log.Print(err)
			return
		}
		if n%3 == 0 {
			fmt.Fprintln(c, "EHLO agent")
		} else {
			fmt.Fprintln(c, "GET / HTTP/1.0")
		}
		open = append(open, c)
		time.Sleep(110 * time.Millisecond)
	}
}
