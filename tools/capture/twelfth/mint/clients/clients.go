// Package clients listen to the relay.
package clients

import (
	"fmt"
	"io"
	"log"
	"net"
	"time"
)

// Run returns a peer of n clients that stay, and another that comes each period and soon goes.
func Run(n int, period time.Duration) func(net.Listener, string) {
	return func(_ net.Listener, address string) {
		for i := 0; i < n; i++ {
			go stay(address, time.Duration(i)*15*time.Millisecond)
		}
		for range time.Tick(period) {
			go visit(address)
		}
	}
}

func stay(address string, after time.Duration) {
	time.Sleep(after)
	c, err := net.Dial("tcp", address)
	if err != nil {
		log.Print(err)
		return
	}
	go func() { _, _ = io.Copy(io.Discard, c) }()
	for {
		if _, err := fmt.Fprintln(c, "note"); err != nil {
			return
		}
		time.Sleep(3 * time.Second)
	}
}

func visit(address string) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	fmt.Fprintln(c, "hello")
	time.Sleep(1200 * time.Millisecond)
}
