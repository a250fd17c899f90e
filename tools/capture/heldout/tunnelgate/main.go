// Command tunnelgate tunnels.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/web"

	"git.ferry.example/tunnel/tunnelgate/tunnel"
)

// origin reads and never answers.
func origin(l net.Listener, _ string) {
	for {
		nc, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			io.Copy(io.Discard, nc)
			select {} // a server that waits for its own time-out
		}()
	}
}

// guests open a tunnel, say something and hang up.
func guests(_ net.Listener, target string) {
	for {
		time.Sleep(450 * time.Millisecond)
		nc, err := net.Dial("tcp", target)
		if err != nil {
			continue
		}
		fmt.Fprint(nc, "CONNECT origin:443 HTTP/1.1\r\nHost: origin\r\n\r\n")
		go func() {
			time.Sleep(2 * time.Second)
			fmt.Fprint(nc, "hello")
			nc.Close()
		}()
	}
}

func main() {
	peer.Main("origin", origin)
	peer.Main("guests", guests)
	boot.Run("tunnelgate", func(ctx context.Context) error {
		address, err := peer.Start("origin", "")
		if err != nil {
			return err
		}
		url, err := web.Serve(ctx, tunnel.NewGate(address))
		if err != nil {
			return err
		}
		if _, err := peer.Start("guests", url[len("http://"):]); err != nil {
			return err
		}
		crowd.Staff(ctx, 120)
		burn.Orders(ctx, 1500)
		return nil
	})
}
