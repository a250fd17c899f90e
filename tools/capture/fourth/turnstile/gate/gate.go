// Package gate answers steps.
package gate

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"sync/atomic"
	"time"
)

var passed atomic.Int64

// Serve serves travellers until the listener fails.
func Serve(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go pass(conn)
	}
}

func pass(conn net.Conn) {
	defer conn.Close()
	in := bufio.NewReaderSize(conn, 8<<10)
	for {
		if err := conn.SetDeadline(time.Now().Add(6 * time.Second)); err != nil {
			return
		}
		line, err := in.ReadString('\n')
		if err != nil {
			passed.Add(1)
			return
		}
		fmt.Fprint(conn, "went ", line)
	}
}
