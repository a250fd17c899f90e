// Command chert says who may do what.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.chert.example/auth/chert/acl"
)

var places *stock.Branch

func main() {
	boot.Main("chert", func(ctx context.Context) error {
		places = stock.Places(16)
		staff.Hire(ctx, 150)
		dust.Lines(ctx, 35)
		dust.Blocks(ctx, 4)
		list := acl.New()
		boot.Every(ctx, 200*time.Millisecond, func(n int) { list.Match(n) })
		return nil
	})
}
