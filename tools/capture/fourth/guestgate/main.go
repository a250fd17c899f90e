// Command guestgate answers guests, each up to a rate of its own.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.turnpike.example/edge/guestgate/front"
	"git.turnpike.example/edge/guestgate/throttle"
)

var codes map[string][]uint16

func main() {
	service.Main("guestgate", func(ctx context.Context) error {
		codes = holdings.Codes(9)
		base, err := httpd.Open(front.Handler(throttle.New(40, time.Second)))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 70)
		grist.Letters(ctx, 900)
		httpd.Callers(ctx, base, 14, 300*time.Millisecond, func(caller, turn int) string {
			if turn%4 == 0 {
				return fmt.Sprintf("/hello?key=house-%d", caller)
			}
			return fmt.Sprintf("/hello?key=guest-%d-%d", caller, turn)
		})
		return nil
	})
}
