// Command transcoder turns films into other films.
package main

import (
	"context"
	"math"
	"math/rand"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.reelhouse.example/media/transcoder/crew"
	"git.reelhouse.example/media/transcoder/film"
)

var register *holdings.Node

// wave is how many films come at second t.
func wave(t float64) float64 { return 1 + 14*(1-math.Cos(2*math.Pi*t/60)) }

func main() {
	service.Main("transcoder", func(ctx context.Context) error {
		register = holdings.Register(8)
		grist.Letters(ctx, 400)
		workers := crew.New(150, 6*time.Second)
		rng := rand.New(rand.NewSource(3))
		cadence.Loop(ctx, 100*time.Millisecond, func(n int) {
			for due := wave(float64(n)/10) / 10; rng.Float64() < due; due-- {
				workers.Submit(ctx, film.Scene(n).Turn)
			}
		})
		return nil
	})
}
