// Command shardview counts rows of shards.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.parish.example/reports/shardview/shard"
)

func main() {
	peer.Main("database", wiredb.Serve)
	boot.Run("shardview", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		directory := shard.NewDirectory(address)
		load.Every(ctx, 500*time.Millisecond, func(n int) { directory.Count(ctx, n) })
		crowd.Staff(ctx, 140)
		burn.Pages(ctx, 1500)
		return nil
	})
}
