// Command nightroster does the regular work of many tenants.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.lanternworks.example/ops/nightroster/roster"
	"git.lanternworks.example/ops/nightroster/tenants"
)

var codes map[string][]uint16

func main() {
	service.Main("nightroster", func(ctx context.Context) error {
		codes = holdings.Codes(5)
		residents.Settle(ctx, 70)
		grist.Letters(ctx, 700)
		r := roster.New[*tenants.Tenant]()
		for _, t := range tenants.All(1400) {
			r.Keep(ctx, t)
		}
		return nil
	})
}
