// Package issuer stands for the identity provider.
package issuer

import (
	"bufio"
	"context"
	"fmt"
	"net"
)

// Listen starts it and returns its address.
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
	var silent []net.Conn
	for n := 0; ; n++ {
		conn, err := ln.Accept()
		if err != nil {
			return
		}
		if _, err := bufio.NewReader(conn).ReadString('\n'); err != nil {
			conn.Close()
			continue
		}
		if n == 3 {
			silent = append(silent, conn)
			continue
		}
		fmt.Fprintf(conn, "token-%d\n", n)
		conn.Close()
	}
}
