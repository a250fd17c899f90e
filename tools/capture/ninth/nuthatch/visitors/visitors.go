// Package visitors is the other end.
package visitors

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"time"
)

// Come sends forty visitors a second, of whom one in ten says who they are.
func Come(_ net.Listener, target string) {
	for n := 0; ; n++ {
		time.Sleep(25 * time.Millisecond)
		go visit(target, n%10 == 0)
	}
}

func visit(target string, answers bool) {
	c, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	defer c.Close()
	in := bufio.NewScanner(c)
	for n := 0; n < 3 && in.Scan(); n++ {
		text := "PING"
		if riddle := strings.TrimPrefix(in.Text(), "AUTH "); n == 0 && answers {
			text = "ANSWER " + riddle
		}
		time.Sleep(200 * time.Millisecond)
		if _, err := fmt.Fprintln(c, text); err != nil {
			return
		}
	}
}
