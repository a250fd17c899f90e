// Package batch collects positions and nets them.
package batch

import (
	"context"
	"fmt"
	"time"
)

type position struct {
	account string
	amount  float64
	legs    [40]float64
}

const steps = 100

// Run collects for a period, nets, and begins again.
func Run(ctx context.Context, period time.Duration) {
	for ctx.Err() == nil {
		net(collect(period))
	}
}

func collect(period time.Duration) []*position {
	var positions []*position
	for step := 0; step < steps; step++ {
		for i := 0; i < 750; i++ {
			positions = append(positions, &position{account: fmt.Sprintf("a-%d-%d", step, i), amount: float64(i)})
		}
		time.Sleep(period / steps)
	}
	return positions
}

func net(positions []*position) float64 {
	sum := 0.0
	for _, p := range positions {
		sum += p.amount
	}
	return sum
}
