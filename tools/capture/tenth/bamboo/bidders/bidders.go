// Package bidders is the other end.
package bidders

import (
	"fmt"
	"io"
	"net"
	"time"
)

// Bid brings four hundred, of whom each stays for half a minute or more and is followed by another.
func Bid(_ net.Listener, target string) {
	for i := 0; i < 400; i++ {
		go func(number int) {
			for turn := 0; ; turn++ {
				stay(target, number, time.Duration(25+(number*7+turn)%40)*time.Second)
			}
		}(i)
		time.Sleep(15 * time.Millisecond)
	}
	select {}
}

func stay(target string, number int, long time.Duration) {
	c, err := net.Dial("tcp", target)
	if err != nil {
		time.Sleep(time.Second)
		return
	}
	defer c.Close()
	go func() { _, _ = io.Copy(io.Discard, c) }()
	until := time.Now().Add(long)
	for n := 0; time.Now().Before(until); n++ {
		if number%50 == 0 {
			if _, err := fmt.Fprintf(c, "bid %d of %d\n", n, number); err != nil {
				return
			}
		}
		time.Sleep(2 * time.Second)
	}
}
