// Package chart draws pressure as lines.
package chart

import (
	"bytes"
	"context"
	"fmt"
	"math"

	"go.drapery.example/loom/start"
)

type grid [96][96]float64

var kept [24]*bytes.Buffer

// Draw draws perSecond charts and keeps the last twenty-four.
func Draw(ctx context.Context, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) { kept[n%len(kept)] = trace(measure(n)) })
}

func measure(n int) *grid {
	g := new(grid)
	for y := range g {
		for x := range g[y] {
			g[y][x] = 1000 + 20*math.Sin(float64(x+n)/9)*math.Cos(float64(y-n)/7)
		}
	}
	return g
}

func trace(g *grid) *bytes.Buffer {
	var out bytes.Buffer
	for y := range g {
		for x := 1; x < len(g[y]); x++ {
			if math.Floor(g[y][x]/5) != math.Floor(g[y][x-1]/5) {
				fmt.Fprintf(&out, "%d,%d ", x, y)
			}
		}
	}
	return &out
}
