// Package ends is both ends of the tunnels.
package ends

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"time"
)

// Inside answers lines, but is silent after one that asks for quiet.
func Inside(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go inside(c)
	}
}

func inside(c net.Conn) {
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		if lines.Text() == "quiet" {
			select {}
		}
		if _, err := fmt.Fprintln(c, "ok", lines.Text()); err != nil {
			break
		}
	}
	c.Close()
}

// Outside has sixty guests who stay, others who come and go, and some who want it quiet.
func Outside(_ net.Listener, target string) {
	for i := 0; i < 60; i++ {
		go visit(target, 1<<30, "hello")
	}
	for n := 0; ; n++ {
		time.Sleep(250 * time.Millisecond)
		last := "goodbye"
		if n%4 == 3 {
			last = "quiet"
		}
		go visit(target, 4, last)
	}
}

func visit(target string, lines int, last string) {
	c, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	defer c.Close()
	back := bufio.NewScanner(c)
	if _, err := fmt.Fprintln(c, "CONNECT"); err != nil || !back.Scan() {
		return
	}
	for i := 0; i < lines; i++ {
		time.Sleep(300*time.Millisecond + time.Duration(i%5)*200*time.Millisecond)
		if _, err := fmt.Fprintln(c, "line", i); err != nil || !back.Scan() {
			return
		}
	}
	_, _ = fmt.Fprintln(c, last)
	time.Sleep(200 * time.Millisecond)
}
