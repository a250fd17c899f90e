// Command matchlobby is where players wait for each other.
package main

import (
	"context"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/service"

	"git.checkmate.example/play/matchlobby/lobby"
	"git.checkmate.example/play/matchlobby/players"
)

var codes map[string][]uint16

func main() {
	peer.Main("players", players.Serve)
	service.Main("matchlobby", func(ctx context.Context) error {
		hub := lobby.NewHub()
		base, err := httpd.Open(hub)
		if err != nil {
			return err
		}
		if _, err := peer.Start("players", base); err != nil {
			return err
		}
		codes = holdings.Codes(7)
		grist.Letters(ctx, 400)
		cadence.Spread(ctx, 0.5, hub.Announce)
		return nil
	})
}
