// Command plover routes messages by their topic.
package main

import (
	"context"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"

	"go.plover.example/topics/plover/devices"
	"go.plover.example/topics/plover/tree"
)

var (
	images   [][]byte
	register *holdings.Node
)

func main() {
	lifecycle.Run("plover", func(ctx context.Context) error {
		images, register = holdings.Images(20), holdings.Register(14)
		residents.Settle(ctx, 90)
		grist.Sheets(ctx, 140)
		retained := larder.New[int, []byte](800)
		lifecycle.Each(ctx, 10*time.Millisecond, func(turn int) { retained.Put(turn, make([]byte, 4<<10)) })
		t := tree.New()
		d := devices.New(t, 600)
		lifecycle.Each(ctx, 10*time.Millisecond, d.Turn)
		lifecycle.Each(ctx, 35*time.Millisecond, d.Message)
		return nil
	})
}
