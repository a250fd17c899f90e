// Package field stands for the stations, some of which hang.
package field

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"strconv"
)

// Listen starts them and returns their common address.
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
	var hung []net.Conn
	for {
		conn, err := ln.Accept()
		if err != nil {
			return
		}
		r, err := http.ReadRequest(bufio.NewReader(conn))
		if err != nil {
			conn.Close()
			continue
		}
		if id, _ := strconv.Atoi(r.URL.Query().Get("station")); id%5 == 4 {
			hung = append(hung, conn)
			continue
		}
		fmt.Fprint(conn, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\n17.3")
		conn.Close()
	}
}
