// Command mustard stands between people and their databases.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"access.example/mustard/engine"
	"access.example/mustard/people"
	"access.example/mustard/upstream"
)

var sheets map[int][]byte

func main() {
	peer.Main("upstream", upstream.Serve)
	peer.Main("people", people.Work(60, 3*time.Second))
	boot.Main("mustard", func(ctx context.Context) error {
		sheets = shelf.Sheets(32)
		crew.Start(ctx, 220)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 9)
		up, err := peer.Start("upstream", "")
		if err != nil {
			return err
		}
		e, err := engine.Listen(up)
		if err != nil {
			return err
		}
		go e.Serve()
		_, err = peer.Start("people", e.Address())
		return err
	})
}
