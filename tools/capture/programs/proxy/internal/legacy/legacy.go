// Package legacy stands for a host that answers most requests.
package legacy

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"strings"
)

// Listen starts the host and returns its address.
func Listen(ctx context.Context) (string, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() {
		<-ctx.Done()
		ln.Close()
	}()
	go accept(ln)
	return ln.Addr().String(), nil
}

func accept(ln net.Listener) {
	var stuck []net.Conn
	for {
		conn, err := ln.Accept()
		if err != nil {
			return
		}
		line, err := bufio.NewReader(conn).ReadString('\n')
		if err != nil {
			conn.Close()
			continue
		}
		if strings.HasSuffix(strings.TrimSpace(line), "7") {
			stuck = append(stuck, conn)
			continue
		}
		fmt.Fprintf(conn, "+ %s", line)
		conn.Close()
	}
}
