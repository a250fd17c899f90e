// Package people have sessions.
package people

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"time"
)

// Work returns a peer of n people whose sessions last, and of others who come each period and go.
func Work(n int, period time.Duration) func(net.Listener, string) {
	return func(_ net.Listener, address string) {
		for i := 0; i < n; i++ {
			go session(address, 1<<20, time.Duration(2000+i*13)*time.Millisecond)
		}
		for range time.Tick(period) {
			go session(address, 4, 100*time.Millisecond)
		}
	}
}

func session(address string, turns int, pause time.Duration) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	answers := bufio.NewScanner(c)
	for i := 0; i < turns; i++ {
		if _, err := fmt.Fprintln(c, "select", i); err != nil || !answers.Scan() {
			return
		}
		time.Sleep(pause)
	}
}
