// Command gatepost renders pages.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/bounded"
	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"

	"go.gatepost.example/render/gatepost/limit"
	"go.gatepost.example/render/gatepost/studio"
)

func main() {
	crowd.Main()
	lifecycle.Run("gatepost", func(ctx context.Context) error {
		pages := bounded.New[string, []byte](2000)
		room := studio.New(limit.New(8), pages)
		base, err := crowd.Open(studio.Recovering(room), 150, 3*time.Second)
		if err != nil {
			return err
		}
		lifecycle.Each(ctx, 220*time.Millisecond, func(turn int) { go studio.Visit(base, turn) })
		return nil
	})
}
