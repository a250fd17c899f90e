// Package street is where people come from.
package street

import (
	"fmt"
	"io"
	"net"
	"time"
)

// Walk brings two hundred who stay, visitors, and now and then somebody who does not say hello.
func Walk(_ net.Listener, target string) {
	for i := 0; i < 200; i++ {
		go talk(target, i, 1<<30)
	}
	for n := 0; ; n++ {
		time.Sleep(600 * time.Millisecond)
		go talk(target, 1000+n, 5)
		if n%4 == 3 {
			go mumble(target)
		}
	}
}

func talk(target string, number, words int) {
	c, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	defer c.Close()
	go func() { _, _ = io.Copy(io.Discard, c) }()
	if _, err := fmt.Fprintf(c, "HELLO person-%d\n", number); err != nil {
		return
	}
	for i := 0; i < words; i++ {
		time.Sleep(2*time.Second + time.Duration(number%100)*50*time.Millisecond)
		if _, err := fmt.Fprintln(c, "word", i); err != nil {
			return
		}
	}
}

func mumble(target string) {
	c, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	_, _ = fmt.Fprintln(c, "mumble")
	_, _ = io.Copy(io.Discard, c)
	c.Close()
}
