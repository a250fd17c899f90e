// Command natsline speaks to a broker.
package main

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.orbital.example/client/natsline/link"
)

var customers map[int]*ballast.Customer

// broker echoes lines.
func broker(l net.Listener, _ string) {
	for {
		nc, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer nc.Close()
			for in := bufio.NewScanner(nc); in.Scan(); {
				fmt.Fprintln(nc, in.Text())
			}
		}()
	}
}

func main() {
	peer.Main("broker", broker)
	boot.Run("natsline", func(ctx context.Context) error {
		customers = ballast.Customers(10)
		address, err := peer.Start("broker", "")
		if err != nil {
			return err
		}
		client, err := link.Dial(address)
		if err != nil {
			return err
		}
		load.Every(ctx, 50*time.Millisecond, func(n int) { client.Publish(fmt.Sprint("event ", n)) })
		load.Every(ctx, 1500*time.Millisecond, func(int) { client.Reconnect() })
		crowd.Staff(ctx, 300)
		burn.Orders(ctx, 1500)
		return nil
	})
}
