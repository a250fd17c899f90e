// Command dormer knows who is there.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.dormer.example/presence/dormer/people"
	"go.dormer.example/presence/dormer/porter"
	"go.dormer.example/presence/dormer/state"
)

var codes map[string][]uint16

func main() {
	peer.Main("people", people.Come)
	service.Main("dormer", func(ctx context.Context) error {
		codes = holdings.Codes(9)
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 140)
		book := state.NewBook()
		p, err := porter.Open(book, 45*time.Second)
		if err != nil {
			return err
		}
		cadence.Loop(ctx, time.Second, book.Turn)
		_, err = peer.Start("people", p.Address())
		return err
	})
}
