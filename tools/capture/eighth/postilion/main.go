// Command postilion switches protocols.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"time"

	"example.org/platform/peer"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.postilion.example/wire/postilion/gate"
	"go.postilion.example/wire/postilion/guests"
)

var register *holdings.Node

func main() {
	peer.Main("guests", func(_ net.Listener, target string) { guests.Come(target) })
	service.Main("postilion", func(ctx context.Context) error {
		register = holdings.Register(10)
		residents.Settle(ctx, 70)
		grist.Letters(ctx, 120)
		base, err := httpd.Open(gate.New())
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 20, 400*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/page/%d/%d", caller, turn)
		})
		address, err := peer.Start("guests", base[len("http://"):])
		log.Print("guests at ", address)
		return err
	})
}
