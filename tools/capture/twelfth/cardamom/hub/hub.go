// Package hub is what is subscribed to.
package hub

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"
	"sync/atomic"
	"time"
)

var asked atomic.Int64

// Serve takes subscriptions, all but one in eight.
func Serve(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go talk(c)
	}
}

func talk(c net.Conn) {
	defer c.Close()
	go publish(c)
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		answer := "OK"
		if strings.HasPrefix(lines.Text(), "SUB") && asked.Add(1)%8 == 5 {
			answer = "ERR not now"
		}
		if _, err := fmt.Fprintln(c, answer); err != nil {
			return
		}
	}
}

func publish(c net.Conn) {
	for n := 0; n < 3; n++ {
		if _, err := fmt.Fprintf(c, "MSG %d\n", n); err != nil {
			return
		}
		time.Sleep(4 * time.Second)
	}
}
