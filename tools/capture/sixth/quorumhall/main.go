// Command quorumhall keeps many small logs, each with a vote of its own.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.assembly.example/raft/quorumhall/group"
)

var codes map[string][]uint16

func main() {
	service.Main("quorumhall", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		grist.Notices(ctx, 700)
		hall := group.Open(ctx, 180)
		cadence.Loop(ctx, 5*time.Millisecond, hall.Beat)
		cadence.Loop(ctx, 600*time.Millisecond, hall.Propose)
		return nil
	})
}
