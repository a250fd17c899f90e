// Package devices is what is at sea, in a process of its own.
package devices

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"time"
)

// Topics is how many waters there are.
const Topics = 240

const (
	fleet = 600
	pings = 15 * time.Second
)

// Serve stays connected to target and never returns.
func Serve(_ net.Listener, target string) {
	for n := 0; n < fleet; n++ {
		time.Sleep(45 * time.Millisecond)
		go sail(target, n)
	}
	select {}
}

func sail(target string, n int) {
	for {
		if conn, err := net.Dial("tcp", target); err == nil {
			listen(conn, n)
			conn.Close()
		}
		time.Sleep(2 * time.Second)
	}
}

func listen(conn net.Conn, n int) {
	fmt.Fprintf(conn, "SUB waters-%d\n", n%Topics)
	over := make(chan struct{})
	defer close(over)
	go ping(conn, over)
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		var number int
		if strings.HasPrefix(lines.Text(), "MSG ") {
			if _, err := fmt.Sscanf(lines.Text(), "MSG %d", &number); err != nil {
				return
			}
			time.Sleep(50 * time.Millisecond)
			fmt.Fprintf(conn, "ACK %d\n", number)
		}
	}
}

func ping(conn net.Conn, over <-chan struct{}) {
	beat := time.NewTicker(pings)
	defer beat.Stop()
	for {
		select {
		case <-beat.C:
			fmt.Fprintln(conn, "PING")
		case <-over:
			return
		}
	}
}
