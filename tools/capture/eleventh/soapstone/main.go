// Command soapstone counts votes.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/street"

	"go.soapstone.example/vote/soapstone/polls"
	"go.soapstone.example/vote/soapstone/votes"
)

var rules [][]string

func main() {
	peer.Main("clients", street.Callers(150, 4*time.Second, time.Minute, func(caller, _ int) string {
		return fmt.Sprint("/wait/", caller)
	}))
	boot.Main("soapstone", func(ctx context.Context) error {
		rules = stock.Rules(9)
		staff.Hire(ctx, 80)
		dust.Lines(ctx, 25)
		dust.Blocks(ctx, 3)
		v := votes.New()
		boot.Every(ctx, 23*time.Second, func(int) { v.Count() })
		base, err := boot.Serve(polls.New(v))
		if err != nil {
			return err
		}
		_, err = peer.Start("clients", base)
		return err
	})
}
