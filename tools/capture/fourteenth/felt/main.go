// Command felt shows how games stand.
package main

import (
	"context"
	"net"

	"example.org/platform/peer"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.stadium.example/live/felt/fans"
	"git.stadium.example/live/felt/score"
)

var patterns [][]string

func main() {
	peer.Main("fans", func(_ net.Listener, target string) { fans.Watch(target, 420) })
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(8)
		hum.Start(ctx, 60)
		lint.Letters(ctx, 10)
		base, err := start.Listen(score.New(ctx))
		if err != nil {
			return err
		}
		_, err = peer.Start("fans", base)
		return err
	})
}
