// Command slowpost takes files.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"

	"git.ferry.example/ingest/slowpost/upload"
)

// senders post small files; every third stalls.
func senders(_ net.Listener, target string) {
	var stalled []net.Conn
	for n := 0; ; n++ {
		time.Sleep(60 * time.Millisecond)
		nc, err := net.Dial("tcp", target)
		if err != nil {
			continue
		}
		fmt.Fprintf(nc, "POST /file HTTP/1.1\r\nHost: ferry\r\nContent-Length: 9000\r\n\r\n")
		nc.Write(make([]byte, 4000))
		if n%3 == 0 {
			stalled = append(stalled, nc)
			continue
		}
		nc.Write(make([]byte, 5000))
		go func() {
			time.Sleep(time.Second)
			nc.Close()
		}()
	}
}

func main() {
	peer.Main("senders", senders)
	boot.Run("slowpost", func(ctx context.Context) error {
		port, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		server := &http.Server{Handler: upload.NewPort(io.Discard)}
		go server.Serve(port)
		if _, err := peer.Start("senders", port.Addr().String()); err != nil {
			return err
		}
		crowd.Staff(ctx, 80)
		burn.Pages(ctx, 1500)
		return nil
	})
}
