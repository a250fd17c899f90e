// Command flagstaff asks stations for the weather over datagrams.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.lookout.example/net/flagstaff/exchange"
	"git.lookout.example/net/flagstaff/station"
)

func main() {
	service.Main("flagstaff", func(ctx context.Context) error {
		residents.Settle(ctx, 100)
		grist.Notices(ctx, 350)
		var stations []net.Addr
		for i := 0; i < 6; i++ {
			address, err := station.Open(i == 4)
			if err != nil {
				return err
			}
			stations = append(stations, address)
		}
		client, err := exchange.Dial(400 * time.Millisecond)
		if err != nil {
			return err
		}
		missed := 0
		cadence.Spread(ctx, 150, func(n int) {
			_, err := client.Call(stations[n%len(stations)], []byte(fmt.Sprintf("weather at %d, with all details: %01500d", n, n)))
			if errors.Is(err, exchange.ErrNoAnswer) {
				if missed++; missed%400 == 0 {
					log.Print(err)
				}
			}
		})
		return nil
	})
}
