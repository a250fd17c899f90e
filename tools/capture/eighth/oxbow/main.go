// Command oxbow follows streams.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net"
	"time"

	"example.org/platform/peer"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.oxbow.example/stream/oxbow/link"
)

var codes map[string][]uint16

func main() {
	peer.Main("stations", stations)
	service.Main("oxbow", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		residents.Settle(ctx, 130)
		grist.Letters(ctx, 150)
		address, err := peer.Start("stations", "")
		if err != nil {
			return err
		}
		for i := 0; i < 40; i++ {
			go link.New(address, i).Run(ctx)
		}
		return nil
	})
}

// stations says something every second, but each tenth one hangs up.
func stations(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer c.Close()
			var n int
			line, err := bufio.NewReader(c).ReadString('\n')
			if err != nil {
				return
			}
			if _, err := fmt.Sscanf(line, "station %d", &n); err != nil || n%10 == 4 {
				return
			}
			for err == nil {
				_, err = fmt.Fprintln(c, "level")
				time.Sleep(time.Second)
			}
		}()
	}
}
