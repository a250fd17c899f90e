// Command mayflies swarms.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.mayflies.example/swarm/mayflies/pond"
)

func main() {
	crowd.Main()
	lifecycle.Run("mayflies", func(ctx context.Context) error {
		table := warm.Fill(ctx, 5000, 10*time.Second)
		water := pond.New(table, 30)
		lifecycle.Each(ctx, 9*time.Second, func(turn int) { go water.Swarm(ctx, turn, 1400) })
		_, err := crowd.Open(water, 60, 2*time.Second)
		return err
	})
}
