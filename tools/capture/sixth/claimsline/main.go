// Command claimsline looks for earlier claims of a member.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.mutualaid.example/claims/claimsline/archive"
	"git.mutualaid.example/claims/claimsline/search"
)

var register *holdings.Node

func main() {
	service.Main("claimsline", func(ctx context.Context) error {
		register = holdings.Register(7)
		residents.Settle(ctx, 110)
		grist.Letters(ctx, 300)
		shelves := archive.New(900)
		cadence.Spread(ctx, 5, func(n int) { search.Earlier(shelves, n%1500) })
		return nil
	})
}
