// Package partner is the other side.
package partner

import (
	"bufio"
	"fmt"
	"log"
	"net"
)

// Serve talks on every connection; every third partner speaks an old version.
func Serve(l net.Listener) {
	for n := 0; ; n++ {
		nc, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		version := 2
		if n%3 == 0 {
			version = 1
		}
		go talk(nc, version)
	}
}

func talk(nc net.Conn, version int) {
	defer nc.Close()
	if _, err := fmt.Fprintf(nc, "HELLO %d\nOFFER 12\n", version); err != nil {
		return
	}
	for in := bufio.NewScanner(nc); in.Scan(); {
		if _, err := fmt.Fprintf(nc, "NOTED %s\n", in.Text()); err != nil {
			return
		}
	}
}
