// Package players is the players.
package players

import (
	"fmt"
	"io"
	"log"
	"net"
	"time"
)

// Play connects three hundred players who move now and then.
func Play(_ net.Listener, server string) {
	for i := 0; i < 300; i++ {
		c, err := net.Dial("tcp", server)
		if err != nil {
			log.Fatal(err)
		}
		go func() { _, _ = io.Copy(io.Discard, c) }()
		go move(c)
	}
	select {}
}

func move(c net.Conn) {
	for n := 0; ; n++ {
		if _, err := fmt.Fprintln(c, "move", n); err != nil {
			return
		}
		time.Sleep(5 * time.Second)
	}
}
