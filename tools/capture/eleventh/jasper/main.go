// Command jasper asks and answers over topics.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.jasper.example/bus/jasper/asks"
	"go.jasper.example/bus/jasper/gochannel"
)

var rules [][]string

func main() {
	boot.Main("jasper", func(ctx context.Context) error {
		rules = stock.Rules(45)
		staff.Hire(ctx, 100)
		dust.Lines(ctx, 30)
		dust.Blocks(ctx, 12)
		a := asks.New(gochannel.New())
		boot.Every(ctx, 9*time.Millisecond, a.Ask)
		return nil
	})
}
