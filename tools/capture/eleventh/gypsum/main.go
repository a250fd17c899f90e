// Command gypsum knows who is logged in.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.gypsum.example/login/gypsum/logins"
	"go.gypsum.example/login/gypsum/ttl"
)

var places *stock.Branch

func main() {
	boot.Main("gypsum", func(ctx context.Context) error {
		places = stock.Places(20)
		staff.Hire(ctx, 80)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 6)
		l := logins.New(ttl.New[string, *logins.Login](70 * time.Second))
		boot.Every(ctx, 9*time.Millisecond, l.In)
		boot.Every(ctx, time.Second, func(int) { l.Sweep() })
		return nil
	})
}
