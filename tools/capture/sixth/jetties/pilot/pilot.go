// Package pilot is the other end of the line.
package pilot

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"
)

// Serve answers hails; those with an outdated book are told so and may hail again.
func Serve(l net.Listener, _ string) {
	for {
		line, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go answer(line)
	}
}

func answer(line net.Conn) {
	defer line.Close()
	in := bufio.NewScanner(line)
	for in.Scan() {
		word := "aye"
		if strings.HasPrefix(in.Text(), "hail 1") {
			word = "outdated"
		}
		if _, err := fmt.Fprintln(line, word); err != nil {
			return
		}
	}
}
