// Command gatewaybay keeps links to gateways.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net"
	"sync/atomic"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.longhaul.example/links/gatewaybay/link"
)

var (
	codes   map[string][]uint16
	greeted int32
)

// gateway is the other end: it answers hello with its version, which is too old now and then, and echoes lines.
func gateway(l net.Listener, _ string) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer conn.Close()
			version := 3
			if atomic.AddInt32(&greeted, 1)%4 == 0 {
				version = 1
			}
			in := bufio.NewScanner(conn)
			for in.Scan() {
				fmt.Fprintf(conn, "v%d %s\n", version, in.Text())
			}
		}()
	}
}

func main() {
	peer.Main("gateway", gateway)
	service.Main("gatewaybay", func(ctx context.Context) error {
		address, err := peer.Start("gateway", "")
		if err != nil {
			return err
		}
		codes = holdings.Codes(8)
		residents.Settle(ctx, 150)
		grist.Sheets(ctx, 1400)
		bay := link.NewBay(address)
		cadence.Spread(ctx, 4, func(n int) {
			l, err := bay.Dial()
			if err != nil {
				return
			}
			for i := 0; i < 5; i++ {
				l.Say(fmt.Sprint("hello ", n))
				time.Sleep(200 * time.Millisecond)
			}
			bay.Release(l)
		})
		return nil
	})
}
