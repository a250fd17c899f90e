// Package viewers look at boards.
package viewers

import (
	"fmt"
	"io"
	"log"
	"net"
	"time"
)

// Look returns a peer of n viewers, and as many again after some time.
func Look(n int, later time.Duration) func(net.Listener, string) {
	return func(_ net.Listener, address string) {
		for i := 0; i < n; i++ {
			go view(address, time.Duration(i)*20*time.Millisecond)
			go view(address, later+time.Duration(i)*20*time.Millisecond)
		}
		select {}
	}
}

func view(address string, after time.Duration) {
	time.Sleep(after)
	c, err := net.Dial("tcp", address)
	if err != nil {
		log.Print(err)
		return
	}
	go func() { _, _ = io.Copy(io.Discard, c) }()
	for {
		if _, err := fmt.Fprintln(c, "moved the mouse to", after); err != nil {
			return
		}
		time.Sleep(2 * time.Second)
	}
}
