// Command sealcheck looks whether hosts have the seal they should have.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.waxworks.example/trust/sealcheck/probe"
)

var register *holdings.Node

func main() {
	peer.HTTPS("houses", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "at home") }))
	peer.Main("caves", func(l net.Listener, _ string) { keep(l) })
	service.Main("sealcheck", func(ctx context.Context) error {
		houses, err := peer.Start("houses", "")
		if err != nil {
			return err
		}
		caves, err := peer.Start("caves", "")
		if err != nil {
			return err
		}
		register = holdings.Register(8)
		residents.Settle(ctx, 290)
		grist.Letters(ctx, 500)
		checker := probe.NewChecker(peer.TLSConfig())
		cadence.Spread(ctx, 3, func(n int) {
			host := houses
			if n%3 == 1 {
				host = caves
			}
			checker.Check(ctx, host)
		})
		return nil
	})
}

// keep accepts and holds on to what it has accepted.
func keep(l net.Listener) {
	var held []net.Conn
	for {
		nc, err := l.Accept()
		if err != nil {
			log.Fatal(len(held), err)
		}
		held = append(held, nc)
	}
}
