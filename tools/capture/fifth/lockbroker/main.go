// Command lockbroker runs jobs of which each needs a machine that it has to share.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.cranework.example/yard/lockbroker/jobs"
	"git.cranework.example/yard/lockbroker/keeper"
	"git.cranework.example/yard/lockbroker/locks"
)

var codes map[string][]uint16

func main() {
	peer.Main("keeper", keeper.Serve)
	service.Main("lockbroker", func(ctx context.Context) error {
		address, err := peer.Start("keeper", "")
		if err != nil {
			return err
		}
		client, err := locks.Dial(address)
		if err != nil {
			return err
		}
		codes = holdings.Codes(6)
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 500)
		for i := 0; i < 220; i++ {
			job := &jobs.Job{Locks: client, Number: i, Machines: 12, Patience: 150 * time.Second}
			go job.Run(ctx)
		}
		return nil
	})
}
